package io.github.usermediaplug.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.usermediaplug.it.fuzz.Cost;
import io.github.usermediaplug.it.fuzz.Expect;
import io.github.usermediaplug.it.fuzz.FlatReading;
import io.github.usermediaplug.socket.Frame;
import java.util.List;
import java.util.Optional;

/**
 * Any first text on {@code /media}; and what the server says there, whatever the peer's name. In
 * this package because the product shows it to no other.
 */
public final class JoinTarget {
  private JoinTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, UTF_8);
    Optional<Join> join = Cost.inProportion(input.length, () -> Join.read(text));
    Expect.equal(expected(text), join, () -> text);
    Frame word = new BridgeMessage.PeerJoined(text, input.length).frame();
    FlatReading said = FlatReading.of(((Frame.Own) word).text());
    Expect.equal(text, said.fields().get("peer"), () -> "the peer's name");
  }

  private static Optional<Join> expected(String text) {
    FlatReading reading = FlatReading.of(text);
    List<Object> fields = List.of("user", "peer", "ticket");
    boolean join =
        reading.json()
            && reading.object()
            && reading.twice().isEmpty()
            && "join".equals(reading.fields().get("type"))
            && fields.stream().allMatch(name -> reading.fields().get(name) instanceof String);
    return join
        ? Optional.of(
            new Join(
                "join",
                (String) reading.fields().get("user"),
                (String) reading.fields().get("peer"),
                (String) reading.fields().get("ticket")))
        : Optional.empty();
  }
}
