package io.github.usermediaplug.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What {@code java -jar user-media-plug-tomcat.war} runs. Java starts classes of the WAR's root
 * only; the server's jars lie where no container looks for them, and are unpacked to be loaded.
 */
public final class Launcher {

  private static final String JARS = "WEB-INF/launcher/";

  private Launcher() {}

  /** Starts the server and returns only with an error; see {@code --help}. */
  public static void main(String[] arguments) throws Exception {
    Optional<Options> options;
    try {
      options = Options.parse(arguments, System.getenv());
    } catch (IllegalArgumentException wrong) {
      System.err.println("user-media-plug: " + wrong.getMessage() + "; --help says what there is");
      System.exit(2);
      return;
    }
    if (options.isEmpty()) {
      System.out.println(Options.HELP);
      return;
    }
    if (asksForALogin()) {
      System.err.println(
          "user-media-plug: identity is 'principal', but this server has no users who could log in;"
              + " use 'token', or deploy the WAR on a server that has them");
      System.exit(2);
    }
    start(options.get());
  }

  private static void start(Options options) throws Exception {
    setIfAbsent("java.util.logging.manager", LastingLogManager.class.getName());
    setIfAbsent("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %3$s: %5$s%6$s%n");
    setIfAbsent("user-media-plug.store-file", options.data().resolve("users.json").toString());
    setIfAbsent(
        "user-media-plug.connections-per-address",
        Integer.toString(options.connectionsPerAddress()));
    setIfAbsent("user-media-plug.connections", Integer.toString(options.webSockets()));
    Path work = Files.createTempDirectory("user-media-plug");
    Path war = war();
    ClassLoader server =
        new URLClassLoader(
            unpack(war, work.resolve("lib")).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(server);
    server
        .loadClass("io.github.usermediaplug.launcher.EmbeddedTomcat")
        .getMethod("run", Path.class, Path.class, int.class, String.class, int.class)
        .invoke(null, war, work, options.port(), options.context(), options.connections());
  }

  private static Path war() throws URISyntaxException {
    return Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The WAR's root and the server's jars, as a class path. */
  private static List<URL> unpack(Path war, Path lib) throws IOException {
    Files.createDirectories(lib);
    List<URL> urls = new ArrayList<>();
    urls.add(war.toUri().toURL());
    try (JarFile archive = new JarFile(war.toFile())) {
      for (JarEntry entry : archive.stream().filter(Launcher::isServerJar).toList()) {
        Path jar = lib.resolve(entry.getName().substring(JARS.length()));
        try (InputStream content = archive.getInputStream(entry)) {
          Files.copy(content, jar);
        }
        urls.add(jar.toUri().toURL());
      }
    }
    return urls;
  }

  private static boolean isServerJar(JarEntry entry) {
    return entry.getName().startsWith(JARS) && entry.getName().endsWith(".jar");
  }

  private static boolean asksForALogin() {
    String variable = System.getenv("USER_MEDIA_PLUG_IDENTITY");
    return "principal"
        .equals(variable != null ? variable : System.getProperty("user-media-plug.identity"));
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
