package io.github.usermediaplug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;

/** The Tomcat inside, serving one WAR. Loaded by {@link Launcher} with Tomcat's own jars. */
public final class EmbeddedTomcat {

  private EmbeddedTomcat() {}

  /** Serves the WAR until the process is told to end. */
  public static void run(Path war, Path work, int port, String path, int connections)
      throws Exception {
    Files.createDirectories(work.resolve("webapps"));
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.toString());
    Connector connector = new Connector(new BoundedProtocol(port, connections));
    connector.setThrowOnFailure(true);
    tomcat.setConnector(connector);
    // Tomcat's own defaults would look for a JSP engine.
    tomcat.setAddDefaultWebXmlToWebapp(false);
    tomcat.getHost().getPipeline().addValve(bareErrorPages());
    Context context = tomcat.addWebapp(path, war.toString());
    context.setParentClassLoader(EmbeddedTomcat.class.getClassLoader());
    serveFiles(context);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(tomcat, work)));
    try {
      tomcat.start();
    } catch (LifecycleException failure) {
      fail("port " + port + " cannot be listened on: " + root(failure).getMessage());
    }
    if (!context.getState().isAvailable()) {
      fail("it did not start; the log above says why");
    }
    System.out.printf(
        "user-media-plug is up: http://localhost:%d%s/%n", connector.getLocalPort(), path);
    tomcat.getServer().await();
  }

  private static void serveFiles(Context context) {
    Tomcat.addServlet(context, "default", new DefaultServlet()).setOverridable(true);
    context.addServletMappingDecoded("/", "default");
    Tomcat.addDefaultMimeTypeMappings(context);
    context.addWelcomeFile("index.html");
  }

  /** By itself Tomcat tells anybody its version, and where in it a request failed. */
  private static ErrorReportValve bareErrorPages() {
    ErrorReportValve pages = new ErrorReportValve();
    pages.setShowServerInfo(false);
    pages.setShowReport(false);
    return pages;
  }

  private static void fail(String why) {
    System.err.println("user-media-plug: " + why);
    System.exit(1);
  }

  private static Throwable root(Throwable failure) {
    return failure.getCause() == null ? failure : root(failure.getCause());
  }

  private static void stop(Tomcat tomcat, Path work) {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException failure) {
      System.err.println("user-media-plug: the server did not stop in order: " + failure);
    }
    delete(work);
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(EmbeddedTomcat::deleteOne);
    } catch (IOException | UncheckedIOException left) {
      System.err.println("user-media-plug: left behind: " + left.getMessage());
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
