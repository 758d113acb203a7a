package io.github.usermediaplug.it.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.CallStepDecoder;
import io.github.usermediaplug.message.ClientMessage;
import io.github.usermediaplug.message.Malformed;
import io.github.usermediaplug.message.MessageGate;
import io.github.usermediaplug.message.Res;
import io.github.usermediaplug.message.RosterChangeDecoder;
import io.github.usermediaplug.message.RosterQueryDecoder;
import io.github.usermediaplug.message.SchemaDecoder;
import io.github.usermediaplug.message.Signal;
import io.github.usermediaplug.message.SignalDecoder;
import io.github.usermediaplug.message.SignalPush;
import io.github.usermediaplug.message.StatusChangeDecoder;
import io.github.usermediaplug.message.WhoamiDecoder;
import jakarta.websocket.DecodeException;
import java.util.List;

/** Any text on {@code /meta}, from the gate to its reply. */
public final class MessageTarget {
  private static final List<SchemaDecoder> DECODERS =
      List.of(
          new WhoamiDecoder(),
          new RosterChangeDecoder(),
          new RosterQueryDecoder(),
          new StatusChangeDecoder(),
          new CallStepDecoder(),
          new SignalDecoder());

  private MessageTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) throws DecodeException {
    String text = new String(input, UTF_8);
    ClientMessage message = Cost.inProportion(input.length, () -> MessageGate.read(text));
    Verdict verdict = Verdict.on(text);
    verdict.hold(message, text);
    String reply = Cost.inProportion(input.length, () -> Res.to(message, Answer.OK).json());
    verdict.holdReply(message, reply);
    if (message instanceof Malformed malformed) {
      verdict.holdReply(
          message, Res.to(message, Answer.refused(malformed.refusal(), malformed.reason())).json());
    } else {
      keepsItsMeaning(message);
      oneDecoderTakes(message, text);
    }
  }

  private static void keepsItsMeaning(ClientMessage message) {
    String written = Written.of(message);
    Expect.equal(message, MessageGate.read(written), () -> written);
    if (message instanceof Signal signal) {
      FlatReading push = FlatReading.of(SignalPush.of(signal).json());
      Expect.equal(signal.data(), push.fields().get("data"), () -> "forwarded: " + written);
    }
  }

  private static void oneDecoderTakes(ClientMessage message, String text) throws DecodeException {
    List<SchemaDecoder> willing =
        DECODERS.stream().filter(decoder -> decoder.willDecode(text)).toList();
    Expect.equal(1, willing.size(), () -> "decoders for " + text);
    Expect.equal(message, willing.get(0).decode(text), () -> text);
  }
}
