package io.github.usermediaplug.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.usermediaplug.it.client.Bystanders;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Opening;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that send their first frame, or anything else, in one packet with the handshake. Payara
 * read such bytes before its WebSocket was ready for them, and its thread waited for itself for
 * ever: five connections held all of its threads for requests.
 */
class EarlyFrameIT extends AgainstDefaults {
  /** More than Payara has threads for requests. */
  private static final int MANY = 20;

  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final byte[] NORMAL = {0x03, (byte) 0xE8};

  /** What comes behind the handshake. */
  enum Behind {
    A_FRAME {
      @Override
      byte[] bytes() {
        return whoami();
      }
    },
    HALF_A_FRAME {
      @Override
      byte[] bytes() {
        return Arrays.copyOf(whoami(), 9);
      }
    },
    ONE_BYTE {
      @Override
      byte[] bytes() {
        return Arrays.copyOf(whoami(), 1);
      }
    },
    SEVERAL_FRAMES {
      @Override
      byte[] bytes() {
        return joined(whoami(), Opening.frame(PING), Opening.frame(TEXT, "{}".getBytes(UTF_8)));
      }
    },
    A_CLOSE {
      @Override
      byte[] bytes() {
        return Opening.frame(CLOSE, NORMAL);
      }
    },
    A_FRAME_AND_A_CLOSE {
      @Override
      byte[] bytes() {
        return joined(whoami(), Opening.frame(CLOSE, NORMAL));
      }
    },
    PINGS {
      @Override
      byte[] bytes() {
        byte[] ping = Opening.frame(PING, new byte[125]);
        return joined(Collections.nCopies(100, ping).toArray(byte[][]::new));
      }
    },
    GARBAGE {
      @Override
      byte[] bytes() {
        byte[] garbage = new byte[500];
        new Random(1).nextBytes(garbage);
        return garbage;
      }
    },
    ANOTHER_REQUEST {
      @Override
      byte[] bytes() {
        return "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);
      }
    };

    abstract byte[] bytes();
  }

  @ParameterizedTest
  @EnumSource
  void nobodyElseNotices(Behind behind) throws IOException {
    Bystanders bystanders = Bystanders.at(exchange, root());
    List<Opening> early = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      early.add(Opening.with(i % 2 == 0 ? metaOverHttp() : mediaOverHttp(), behind.bytes()));
    }
    bystanders.goOn();
    for (Opening each : early) {
      each.close();
    }
    bystanders.goOn();
  }

  /** Where there is no WebSocket, and where the page is. */
  @ParameterizedTest
  @ValueSource(strings = {"", "no-such-thing", "meta/more"})
  void norAtOtherPaths(String path) throws IOException {
    Bystanders bystanders = Bystanders.at(exchange, root());
    List<Opening> early = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      early.add(Opening.with(root().resolve(path), Behind.A_FRAME.bytes()));
    }
    bystanders.goOn();
    for (Opening each : early) {
      each.close();
    }
    bystanders.goOn();
  }

  @Test
  void theFrameIsTakenLikeAnyOther() throws IOException {
    try (Opening early = Opening.with(metaOverHttp(), whoami())) {
      early.awaits("\"for\":\"whoami\",\"ok\":true");
    }
  }

  private URI metaOverHttp() {
    return root().resolve("meta");
  }

  private URI mediaOverHttp() {
    return root().resolve("media");
  }

  private static byte[] whoami() {
    String text = Json.of("type", "whoami", "user", Exchange.fresh("early")).toString();
    return Opening.frame(TEXT, text.getBytes(UTF_8));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
