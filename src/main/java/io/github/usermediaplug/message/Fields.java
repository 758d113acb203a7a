package io.github.usermediaplug.message;

import java.util.List;
import java.util.Optional;

/** The fields of a {@link FlatObject} as the schemas ask for them. */
final class Fields {

  private final FlatObject object;

  Fields(FlatObject object) {
    this.object = object;
  }

  Optional<Tx> tx() {
    return object.tx();
  }

  /** A user id or a status. */
  String name(String field) throws BadField {
    if (object.fields().get(field) instanceof String text && Text.isName(text)) {
      return text;
    }
    throw new BadField(
        field, "a string of 1 to " + Text.MAX_NAME + " characters, none a control character");
  }

  String text(String field) throws BadField {
    return optionalText(field).orElseThrow(() -> new BadField(field, "a string"));
  }

  Optional<String> optionalText(String field) throws BadField {
    Object value = object.fields().get(field);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw new BadField(field, "a string");
  }

  List<String> names(String field) throws BadField {
    if (!(object.fields().get(field) instanceof List<?> values)) {
      throw new BadField(field, "an array of user ids");
    }
    List<String> names = values.stream().map(String.class::cast).toList();
    if (!names.stream().allMatch(Text::isName)) {
      throw new BadField(
          field, "an array of user ids of 1 to " + Text.MAX_NAME + " characters each");
    }
    return names;
  }
}
