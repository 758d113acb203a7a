package io.github.usermediaplug.it.stock;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The look at a log finds something where there is something. */
class ServerLogTest {
  private static final String OPEN =
      """
      23-Nov-2026 07:51:25.494 WARNING [main] io.github.usermediaplug.deployment.Deployment.start identity is 'open': every connection is believed to be whom it says
      """;

  @Test
  void theWarningOfTheContractAndTheServersOwnAreNotOurs() {
    ServerLog log =
        new ServerLog(
            OPEN
                + """
                23-Nov-2026 07:51:26.494 WARNING [main] org.apache.Something.else
                \tat org.apache.Something.else(Something.java:1)
                23-Nov-2026 07:51:27.494 INFO [main] io.github.usermediaplug.audit.PairAudit Paired
                """);
    assertDoesNotThrow(log::hasNothingAgainstUs);
  }

  @Test
  void aRecordBehindPayarasProgressIsOneOfItsOwn() {
    ServerLog log =
        new ServerLog(
            OPEN
                + """
                [#|2026-11-23T20:53:13|INFO|Payara 6|io.github.usermediaplug.audit.PairAudit|_|
                  Unpaired|#]
                .[#|2026-11-23T20:53:13|WARNING|Payara 6|org.glassfish.grizzly.Chain|_|
                  GRIZZLY0013|#]
                """);
    assertDoesNotThrow(log::hasNothingAgainstUs);
  }

  @Test
  void aLogWithoutOurBeginningIsTheWrongOne() {
    assertThrows(AssertionError.class, new ServerLog("")::hasNothingAgainstUs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "23-Nov-2026 07:51:26.494 WARNING [main] io.github.usermediaplug.media.Bridge.end",
        "23-Nov-2026 07:51:26.494 WARNING [main] a.Loader the web application [user-media-plug] leaks",
        "23-Nov-2026 07:51:26.494 INFO [main] a.B.c\n\tat io.github.usermediaplug.media.Bridge.end(B.java:1)",
        "\u001b[0m\u001b[33m07:53:07,647 WARN  [io.github.usermediaplug.media.Bridge] (thread) ended",
        "2026-11-23 07:53:07,647 ERROR [io.undertow] (thread) at io.github.usermediaplug.media.Bridge",
        "[#|2026-11-23T08:02:05|WARNING|Payara 6|io.github.usermediaplug.media.Bridge|_|\n  ended|#]",
        "[2026-11-23T08:02:05] [Payara 6] [SEVERE] [] [io.github.usermediaplug.media.Bridge] [[\n  ended]]",
        "WARNING: sun.misc.Unsafe has been called (HOME/webapps/user-media-plug/WEB-INF/lib/a.jar)"
      })
  void whatIsOursIsFoundInTheFormOfEachServer(String record) {
    ServerLog log = new ServerLog(OPEN + record + "\n");
    assertThrows(AssertionError.class, log::hasNothingAgainstUs);
  }
}
