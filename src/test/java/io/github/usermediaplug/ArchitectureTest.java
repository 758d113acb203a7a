package io.github.usermediaplug;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;

/**
 * Holds the rooms to the order in docs/architecture.md: each may use those before it, never after.
 */
@AnalyzeClasses(
    packagesOf = ArchitectureTest.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule roomsDependOneWay =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("config")
          .definedBy("..config..")
          .layer("exchange")
          .definedBy("..exchange..")
          .layer("log")
          .definedBy("..log..")
          .layer("message")
          .definedBy("..message..")
          .layer("socket")
          .definedBy("..socket..")
          .layer("origin")
          .definedBy("..origin..")
          .layer("limit")
          .definedBy("..limit..")
          .layer("handshake")
          .definedBy("..handshake..")
          .layer("page")
          .definedBy("..page..")
          .layer("identity")
          .definedBy("..identity..")
          .layer("presence")
          .definedBy("..presence..")
          .layer("roster")
          .definedBy("..roster..")
          .layer("policy")
          .definedBy("..policy..")
          .layer("pair")
          .definedBy("..pair..")
          .layer("call")
          .definedBy("..call..")
          .layer("meta")
          .definedBy("..meta..")
          .layer("media")
          .definedBy("..media..")
          .layer("audit")
          .definedBy("..audit..")
          .layer("plug")
          .definedBy("..plug..")
          .layer("deployment")
          .definedBy("..deployment..")
          .layer("launcher")
          .definedBy("..launcher..")
          .whereLayer("config")
          .mayNotAccessAnyLayer()
          .whereLayer("exchange")
          .mayNotAccessAnyLayer()
          .whereLayer("message")
          .mayNotAccessAnyLayer()
          .whereLayer("log")
          .mayNotAccessAnyLayer()
          .whereLayer("launcher")
          .mayNotAccessAnyLayer()
          .whereLayer("socket")
          .mayOnlyAccessLayers("log", "exchange")
          .whereLayer("origin")
          .mayOnlyAccessLayers("log", "config", "limit")
          .whereLayer("limit")
          .mayOnlyAccessLayers("log", "config", "socket")
          .whereLayer("handshake")
          .mayOnlyAccessLayers("limit", "origin", "socket")
          .whereLayer("page")
          .mayOnlyAccessLayers("config")
          .whereLayer("identity")
          .mayOnlyAccessLayers("log", "config")
          .whereLayer("presence")
          .mayOnlyAccessLayers("config", "exchange", "message", "socket", "identity")
          .whereLayer("roster")
          .mayOnlyAccessLayers("log", "config", "exchange", "message", "limit")
          .whereLayer("policy")
          .mayOnlyAccessLayers("config", "exchange", "roster")
          .whereLayer("pair")
          .mayOnlyAccessLayers("log", "config", "exchange", "message", "identity", "presence")
          .whereLayer("call")
          .mayOnlyAccessLayers(
              "config", "exchange", "message", "presence", "roster", "policy", "pair")
          .whereLayer("meta")
          .mayOnlyAccessLayers(
              "log",
              "config",
              "exchange",
              "message",
              "socket",
              "limit",
              "handshake",
              "identity",
              "presence",
              "roster",
              "policy",
              "pair",
              "call")
          .whereLayer("media")
          .mayOnlyAccessLayers("log", "config", "exchange", "socket", "limit", "handshake", "pair")
          .whereLayer("audit")
          .mayOnlyAccessLayers("log", "exchange", "pair")
          .whereLayer("plug")
          .mayOnlyAccessLayers("exchange", "presence", "pair", "call")
          .whereLayer("deployment")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("io.github.usermediaplug.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule plugPointsDoNotKnowTheirDefaults =
      noClasses()
          .that()
          .resideOutsideOfPackages("..roster.file..", "..identity.*..", "..policy.*..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..roster.file..", "..identity.*..", "..policy.*..");

  @ArchTest
  static final ArchRule onlyTheWriterSendsAndCloses =
      noClasses()
          .that()
          .resideOutsideOfPackage("..socket..")
          .should()
          .callMethod(Session.class, "close")
          .orShould()
          .callMethod(Session.class, "close", CloseReason.class)
          .orShould()
          .callMethod(Session.class, "getAsyncRemote")
          .orShould()
          .callMethod(Session.class, "getBasicRemote");

  @ArchTest
  static final ArchRule noContainerIsNamed =
      noClasses()
          .that()
          .resideOutsideOfPackage("..launcher..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache..", "io.undertow..", "org.glassfish..", "org.jboss..");

  /** A clock that is set must not end a call; only what tells somebody a date may ask for it. */
  @ArchTest
  static final ArchRule timeIsMeasuredByAClockThatDoesNotJump =
      noClasses()
          .that()
          .resideOutsideOfPackages("..pair..", "..identity.token..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Instant")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock");
}
