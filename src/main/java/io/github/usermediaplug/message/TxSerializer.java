package io.github.usermediaplug.message;

import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;

/** Writes a {@link Tx} as the JSON value it was read from. */
public final class TxSerializer implements JsonbSerializer<Tx> {

  @Override
  public void serialize(Tx tx, JsonGenerator generator, SerializationContext context) {
    if (!tx.number()) {
      generator.write(tx.text());
      return;
    }
    BigDecimal value = new BigDecimal(tx.text());
    if (value.signum() == 0 && tx.text().startsWith("-")) {
      // A BigDecimal has no negative zero; JavaScript tells the two apart.
      generator.write(-0.0d);
    } else {
      generator.write(value);
    }
  }
}
