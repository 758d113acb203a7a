package io.github.usermediaplug.message;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** Schema D: the answer to a {@code peers} without a mark. */
@JsonbPropertyOrder({"type", "peers"})
public record PeersList(String type, List<String> peers) implements ServerMessage {}
