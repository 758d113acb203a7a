package io.github.usermediaplug.message;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** Schema D: the answer to a {@code peers-online} without a mark. */
@JsonbPropertyOrder({"type", "peers_online"})
public record PeersOnlineList(String type, @JsonbProperty("peers_online") List<String> peersOnline)
    implements ServerMessage {}
