package io.github.usermediaplug.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.people.Person;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People whose names and statuses are those of what every object of JavaScript has. */
class NamesIT {

  @TempDir Path data;

  @Test
  void theyAreNamesLikeAnyOther() throws IOException {
    try (ServerProcess server = ServerProcess.start(data);
        Exchange exchange = server.exchange();
        Person constructor = Person.at(server.port(), "constructor");
        Person proto = Person.at(server.port(), "__proto__")) {
      User third = exchange.identified("toString");
      third.registers("constructor", "__proto__").ok();
      third.sets("__proto__").ok();
      for (Person person : new Person[] {constructor, proto}) {
        person.knows("toString");
      }
      constructor.knows(proto);
      proto.knows(constructor);
      third.sets("hasOwnProperty").ok();
      constructor.readsOf("toString", "hasOwnProperty");
      third.sets("__proto__").ok();
      for (Person person : new Person[] {constructor, proto}) {
        person.readsOf("toString", "__proto__");
      }
      constructor.setsStatus("valueOf");
      proto.readsOf("constructor", "valueOf");
      constructor.setsStatus("toString");
      proto.setsStatus("constructor");
      proto.readsOf("constructor", "toString");
      constructor.readsOf("__proto__", "constructor");

      third.says("call", "peer", "__proto__").ok();
      proto.rejects("toString");
      assertEquals("__proto__", third.isTold("reject").getString("user"));

      proto.calls(constructor);
      constructor.accepts(proto);
      for (Person person : new Person[] {constructor, proto}) {
        person.isInCall("live");
        person.seesLivePicture();
      }
      constructor.hangsUp();
      proto.isInCall("idle");
      proto.reads("constructor");
      for (Person person : new Person[] {constructor, proto}) {
        assertEquals(List.of(), person.uncaught());
      }
    }
  }
}
