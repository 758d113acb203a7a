package io.github.usermediaplug.roster.file;

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
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

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
    read(file, new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()), users);
  }

  /** Reads a text into an empty map. */
  static void read(Path file, Reader text, Map<String, List<String>> users) {
    try (JsonParser parser = PARSERS.createParser(text)) {
      new Reading(file, parser, users).read();
    }
  }

  /** Writes all users, in the order of their ids; the stream stays open. */
  static void write(Map<String, List<String>> users, OutputStream stream) throws IOException {
    Iterator<String> ids = users.keySet().stream().sorted().iterator();
    try (JsonGenerator json =
        PRETTY.createGenerator(new Unclosed(stream), StandardCharsets.UTF_8)) {
      json.writeStartObject();
      while (ids.hasNext()) {
        String user = ids.next();
        write(user, users.get(user), json);
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

  /** Some users in one line. */
  static String line(Map<String, List<String>> users) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = PLAIN.createGenerator(line)) {
      json.writeStartObject();
      users.forEach((user, peers) -> write(user, peers, json));
      json.writeEnd();
    }
    return line.toString();
  }

  private static void write(String user, List<String> peers, JsonGenerator json) {
    json.writeStartObject(user).writeStartArray("peers");
    peers.forEach(json::write);
    json.writeEnd().writeEnd();
  }

  /** One pass over the file. */
  private static final class Reading {

    private final Path file;
    private final JsonParser parser;
    private final Map<String, List<String>> users;

    Reading(Path file, JsonParser parser, Map<String, List<String>> users) {
      this.file = file;
      this.parser = parser;
      this.users = users;
    }

    void read() {
      try {
        expect(Event.START_OBJECT, "an object of users");
        while (parser.next() == Event.KEY_NAME) {
          String user = parser.getString();
          if (users.put(user, user(user)) != null) {
            throw broken("the user '" + user + "' stands there twice", null);
          }
        }
        if (parser.hasNext()) {
          throw broken("there is more behind the end of the object", null);
        }
      } catch (JsonException | java.util.NoSuchElementException notJson) {
        throw broken("this is not whole JSON in UTF-8", notJson);
      }
    }

    private List<String> user(String user) {
      expect(Event.START_OBJECT, "{ \"peers\": [...] }");
      List<String> peers = null;
      while (parser.next() == Event.KEY_NAME) {
        String field = parser.getString();
        if (!field.equals("peers") || peers != null) {
          throw broken("a user has exactly one field 'peers', not '" + field + "'", null);
        }
        peers = peers();
      }
      if (peers == null) {
        throw broken("the user '" + user + "' has no field 'peers'", null);
      }
      return peers;
    }

    private List<String> peers() {
      expect(Event.START_ARRAY, "an array of user ids");
      List<String> peers = new ArrayList<>();
      for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
        if (event != Event.VALUE_STRING) {
          throw broken("peers are strings", null);
        }
        peers.add(parser.getString());
      }
      return List.copyOf(peers);
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
