package io.github.usermediaplug.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.usermediaplug.it.people.Person;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job: two people, two browsers, the page they would use, the server they would start. */
class CallIT {

  @TempDir Path data;

  private ServerProcess server;
  private Person ada;
  private Person grace;

  @BeforeEach
  void bothAreThere() throws IOException {
    server = ServerProcess.start(data);
    ada = Person.at(server.port(), "Ada");
  }

  @AfterEach
  void bothLeave() {
    List<Person> both = Stream.of(ada, grace).filter(Objects::nonNull).toList();
    try {
      both.forEach(person -> assertEquals(List.of(), person.refusedByThePolicy()));
    } finally {
      both.forEach(Person::close);
      server.close();
    }
  }

  @Test
  void whatThePagesPolicyForbidsIsRefused() {
    assertFalse(ada.mayRunAForeignScript());
    assertEquals(1, ada.refusedByThePolicy().size());
  }

  @Test
  void twoPeopleSeeAndHearEachOtherUntilOneHangsUp() throws IOException {
    graceIsThereAndBothKnowEachOther();
    ada.calls(grace);
    ada.isInCall("ringing");
    grace.accepts(ada);
    for (Person person : new Person[] {ada, grace}) {
      person.isInCall("live");
      person.seesLivePicture();
      person.hearsSound();
      assertEquals(640, person.pictureWidth());
    }
    ada.screenshot("call-desktop");
    grace.phone();
    grace.screenshot("call-phone");

    grace.hangsUp();
    ada.isInCall("idle");
    grace.isInCall("idle");
    ada.reads("Grace");
  }

  @Test
  void aCallIsRejected() throws IOException {
    graceIsThereAndBothKnowEachOther();
    ada.calls(grace);
    grace.rejects(ada);
    ada.isInCall("idle");
    ada.reads("Grace");
  }

  @Test
  void aCallIsWithdrawn() throws IOException {
    graceIsThereAndBothKnowEachOther();
    ada.calls(grace);
    grace.isRungBy(ada);
    ada.hangsUp();
    grace.isNotRung();
    ada.isInCall("idle");
  }

  @Test
  void aBrokenLineIsTakenUpAgain() throws IOException {
    graceIsThereAndBothKnowEachOther();
    ada.calls(grace);
    grace.accepts(ada);
    ada.isInCall("live");
    grace.isInCall("live");

    grace.line().cut();
    ada.isInCall("hold");
    grace.line().mend();

    ada.isInCall("live");
    grace.isInCall("live");
    ada.seesLivePicture();
    grace.seesLivePicture();
  }

  @Test
  void aReloadedPageIsStillInTheCall() throws IOException {
    graceIsThereAndBothKnowEachOther();
    ada.calls(grace);
    grace.accepts(ada);
    grace.isInCall("live");
    grace.signsInAgainByReloading();
    grace.isInCall("live");
    ada.isInCall("live");
    grace.seesLivePicture();
    ada.seesLivePicture();
  }

  @Test
  void whoClosesTheLaptopIsMissed() throws IOException {
    graceIsThereAndBothKnowEachOther();
    ada.calls(grace);
    grace.accepts(ada);
    ada.isInCall("live");
    grace.close();
    grace = null;
    ada.isInCall("idle");
    ada.reads("Grace");
  }

  @Test
  void aBrowserWithoutWebCodecsTalksWithOneThatHasIt() throws IOException {
    grace = Person.at(server.port(), "Grace", Person.WITHOUT_WEBCODECS);
    bothKnowEachOther();
    grace.calls(ada);
    ada.accepts(grace);
    ada.seesLivePicture();
    ada.hearsSound();
    grace.seesLivePicture();
    grace.hearsSound();
  }

  private void graceIsThereAndBothKnowEachOther() throws IOException {
    grace = Person.at(server.port(), "Grace");
    bothKnowEachOther();
  }

  private void bothKnowEachOther() {
    ada.knows(grace);
    grace.knows(ada);
    ada.sees(grace, "online");
    grace.sees(ada, "online");
  }
}
