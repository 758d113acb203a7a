package io.github.usermediaplug.roster.file;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The seed's form of the users: {@code { [userId]: { peers: [...] }, ... }}, laid out for a person
 * to read and edit. What it does not know it refuses, for the next change would lose it.
 */
final class UsersJson {

  private UsersJson() {}

  /** Reads all users, in the file's order. */
  static Map<String, List<String>> read(Path file) throws IOException {
    try (Reader text =
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder());
        JsonParser parser = Json.createParser(text)) {
      return new Reading(file, parser).users();
    }
  }

  /** Writes all users; the stream stays open. */
  static void write(Map<String, List<String>> users, OutputStream stream) throws IOException {
    JsonGenerator json =
        Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createGenerator(new Unclosed(stream), StandardCharsets.UTF_8);
    try (json) {
      json.writeStartObject();
      users.forEach(
          (user, peers) -> {
            json.writeStartObject(user).writeStartArray("peers");
            peers.forEach(json::write);
            json.writeEnd().writeEnd();
          });
      json.writeEnd();
    }
  }

  /** One pass over the file. */
  private static final class Reading {

    private final Path file;
    private final JsonParser parser;

    Reading(Path file, JsonParser parser) {
      this.file = file;
      this.parser = parser;
    }

    Map<String, List<String>> users() {
      Map<String, List<String>> users = new LinkedHashMap<>();
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
      return users;
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
