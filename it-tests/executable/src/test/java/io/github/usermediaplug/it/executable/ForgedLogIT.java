package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.process.ServerProcess;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever users call themselves, the log says what happened and nothing else. */
@ExtendWith(Transcript.class)
class ForgedLogIT {
  private static final List<String> NAMES =
      List.of(
          "ann and bob after 3600000 ms: hang-up (pair 11111111-1111-1111-1111-111111111111)",
          "eve' and 'bob' (pair 22222222-2222-2222-2222-222222222222)",
          "eve\\",
          "eve\u2028Unpaired 'ann' and 'bob'",
          "eve\u2029Paired 'ann' and 'bob'",
          "eve\u202Ennama",
          "eve\u2066\u2069",
          "eve\uFEFF\u200B",
          "%s %d {0}");

  private static final String QUOTED = "'(?:\\\\.|[^'\\\\])*'";
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Predicate<String> OF_A_PAIR =
      Pattern.compile("(?<!\\w)(Paired|Unpaired) ").asPredicate();
  private static final Predicate<String> WHOLE =
      Pattern.compile(
              "INFO [\\w.]+: (Paired %1$s and %1$s|Unpaired %1$s and %1$s after \\d+ ms: [a-z-]+) \\(pair %2$s\\)$"
                  .formatted(QUOTED, ID))
          .asPredicate();
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}]");

  @Test
  void noNameForgesALine() throws Exception {
    Map<String, String> settings =
        Map.of(
            "JAVA_TOOL_OPTIONS", "-Dfile.encoding=UTF-8",
            "USER_MEDIA_PLUG_MESSAGE_RATE", "20",
            "USER_MEDIA_PLUG_USERS", Integer.toString(NAMES.size() + 1));
    try (ServerProcess server = ServerProcess.start(Data.fresh().folder(), settings)) {
      try (Exchange exchange = server.exchange()) {
        User bob = exchange.identified("bob");
        bob.registers().ok();
        bob.sets("online").ok();
        for (String name : NAMES) {
          User eve = exchange.identified(name);
          eve.registers().ok();
          exchange.pair(eve, bob);
          eve.unpairs(bob).ok();
          bob.isTold("unpair");
        }
        for (String name : NAMES) {
          exchange.identified(name + "2").registers().refused("too-large");
          talksTooFast(exchange.identified(name + "3").meta());
        }
      }
      server.stop();
      String log = server.output();
      List<String> pairs = log.lines().filter(OF_A_PAIR).toList();
      assertEquals(List.of(), pairs.stream().filter(WHOLE.negate()).toList());
      assertEquals(2 * NAMES.size(), pairs.size(), log);
      assertEquals(List.of(), matches(UNSEEN, log));
    }
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> "%x".formatted((int) found.group().charAt(0)))
        .toList();
  }

  private static void talksTooFast(Meta meta) {
    Stream.generate(() -> "{").limit(600).forEach(meta::send);
    meta.isClosedWith(1008);
  }
}
