package io.github.usermediaplug.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** A few bytes that would unpack to many: nothing here unpacks. */
class CompressionIT extends AgainstDefaults {
  private static final String OFFER =
      "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, permessage-deflate";
  private static final int COMPRESSED_TEXT = 0xC1;

  @Test
  void itIsNotAgreedTo() throws IOException {
    SlowLink line = exchange.slowMeta("browser", OFFER);
    assertFalse(
        line.head().toLowerCase(Locale.ROOT).contains("sec-websocket-extensions"), line::head);
  }

  @Test
  void aCompressedFrameEndsTheLineUnread() throws IOException {
    String name = Exchange.fresh("mallory");
    SlowLink line = exchange.slowMeta(name, OFFER);
    line.send(Json.of("type", "whoami", "user", name).toString());
    assertTrue(Json.parse(line.read().text()).getBoolean("ok"));
    line.frame(
        COMPRESSED_TEXT, deflated("{\"type\":\"dance\",\"x\":\"" + "x".repeat(60_000) + "\"}"));
    assertEquals(1002, line.awaitClose());
  }

  private static byte[] deflated(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var deflater =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION, true))) {
      deflater.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
