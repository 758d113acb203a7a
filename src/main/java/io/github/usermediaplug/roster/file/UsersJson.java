package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.log.Quoted;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The seed's form of the users: {@code { [userId]: { peers: [...] }, ... }}, laid out for a person
 * to read and edit. What it does not know it refuses, for the next change would lose it.
 */
final class UsersJson {

  /** Of Parsson, which refuses 15 million characters otherwise; others do not know it. */
  private static final String PARSING_LIMIT = "org.eclipse.parsson.maxParsingLimit";

  // Factories, for Json looks its provider up anew for each parser.
  private static final JsonParserFactory PARSERS =
      Json.createParserFactory(Map.of(PARSING_LIMIT, Integer.MAX_VALUE));
  private static final JsonGeneratorFactory PLAIN = Json.createGeneratorFactory(Map.of());
  private static final JsonGeneratorFactory PRETTY =
      Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

  private UsersJson() {}

  /** Reads all users of a file into an empty map. */
  static void read(Path file, InputStream content, Map<String, List<String>> users) {
    read(
        file,
        new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()),
        users,
        fields -> fields.size() == 1 ? Optional.ofNullable(fields.get("peers")) : Optional.empty());
  }

  /** Reads what a line of the journal says of each user. */
  static Map<String, JournalEntry> entries(Path journal, String line) {
    Map<String, JournalEntry> entries = new LinkedHashMap<>();
    read(journal, new StringReader(line), entries, JournalEntry::of);
    return entries;
  }

  /**
   * Writes all users who have peers, if only an empty list, in the order of their ids; the stream
   * stays open.
   */
  static void write(
      Set<String> users, Function<String, Optional<List<String>>> peers, OutputStream stream)
      throws IOException {
    Iterator<String> ids = users.stream().sorted().iterator();
    try (JsonGenerator json =
        PRETTY.createGenerator(new Unclosed(stream), StandardCharsets.UTF_8)) {
      json.writeStartObject();
      while (ids.hasNext()) {
        String user = ids.next();
        peers.apply(user).ifPresent(all -> write(user, Map.of("peers", all), json));
      }
      json.writeEnd();
    } catch (JsonException failure) {
      // Around what the stream threw.
      if (failure.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw failure;
    }
  }

  /** What a line of the journal says of each user. */
  static String line(Map<String, JournalEntry> entries) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = PLAIN.createGenerator(line)) {
      json.writeStartObject();
      entries.forEach((user, entry) -> write(user, entry.fields(), json));
      json.writeEnd();
    }
    return line.toString();
  }

  private static void write(String user, Map<String, List<String>> fields, JsonGenerator json) {
    json.writeStartObject(user);
    fields.forEach(
        (name, ids) -> {
          json.writeStartArray(name);
          ids.forEach(json::write);
          json.writeEnd();
        });
    json.writeEnd();
  }

  private static <T> void read(
      Path file,
      Reader text,
      Map<String, T> users,
      Function<Map<String, List<String>>, Optional<T>> form) {
    try (JsonParser parser = PARSERS.createParser(text)) {
      new Reading<>(file, parser, users, form).read();
    }
  }

  /** One pass over the file. */
  private static final class Reading<T> {

    private final Path file;
    private final JsonParser parser;
    private final Map<String, T> users;
    private final Function<Map<String, List<String>>, Optional<T>> form;

    Reading(
        Path file,
        JsonParser parser,
        Map<String, T> users,
        Function<Map<String, List<String>>, Optional<T>> form) {
      this.file = file;
      this.parser = parser;
      this.users = users;
      this.form = form;
    }

    void read() {
      try {
        expect(Event.START_OBJECT, "an object of users");
        while (parser.next() == Event.KEY_NAME) {
          String user = parser.getString();
          if (users.put(user, user(user)) != null) {
            throw broken("the user " + Quoted.of(user) + " stands there twice", null);
          }
        }
        if (parser.hasNext()) {
          throw broken("there is more behind the end of the object", null);
        }
      } catch (JsonException | java.util.NoSuchElementException notJson) {
        throw broken("this is not whole JSON in UTF-8", notJson);
      }
    }

    private T user(String user) {
      expect(Event.START_OBJECT, "{ \"peers\": [...] }");
      Map<String, List<String>> fields = new HashMap<>(4);
      while (parser.next() == Event.KEY_NAME) {
        String name = parser.getString();
        if (fields.put(name, ids()) != null) {
          throw broken("the field " + Quoted.of(name) + " stands there twice", null);
        }
      }
      return form.apply(fields)
          .orElseThrow(
              () ->
                  broken(
                      "the user " + Quoted.of(user) + " must have a field 'peers' and no other",
                      null));
    }

    private List<String> ids() {
      expect(Event.START_ARRAY, "an array of user ids");
      List<String> ids = new ArrayList<>();
      for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
        if (event != Event.VALUE_STRING) {
          throw broken("peers are strings", null);
        }
        ids.add(parser.getString());
      }
      return List.copyOf(ids);
    }

    private void expect(Event event, String what) {
      if (parser.next() != event) {
        throw broken("here must be " + what, null);
      }
    }

    private StoreRefusal broken(String what, Throwable cause) {
      JsonLocation at = parser.getLocation();
      return new StoreRefusal(
          "%s, line %d, column %d: %s. The file was left as it is; repair it, or put a backup in its place, and start again."
              .formatted(file, at.getLineNumber(), at.getColumnNumber(), what),
          cause);
    }
  }

  /** A generator closes what it writes to; the file must still be forced to disk. */
  private static final class Unclosed extends java.io.FilterOutputStream {

    Unclosed(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
