package io.github.usermediaplug.it.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A real nginx that ends TLS, with a configuration, a certificate and a port of its own; it touches
 * nothing of an nginx that is installed. Where the program is missing and this is a Debian of our
 * own (root, {@code apt-get}), its package is installed; elsewhere the tests fail with what to
 * install.
 */
public final class Nginx implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;
  private static final int BETWEEN_TRIES_MILLIS = 50;
  private static final String PASSWORD = "changeit";

  private final Process process;
  private final Path folder;
  private final int port;

  private Nginx(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** What a configuration is made of. */
  @FunctionalInterface
  public interface Recipe {

    /**
     * What stands between the braces of {@code http}.
     *
     * @param port where to listen
     * @param certificate the file of a certificate for {@code localhost}, as PEM
     * @param key the file of its private key, as PEM
     */
    String http(int port, Path certificate, Path key);
  }

  /** Starts, and waits until it listens. */
  public static Nginx start(Recipe recipe) throws IOException {
    Path folder =
        Files.createDirectories(Path.of("target", "nginx").resolve(UUID.randomUUID().toString()))
            .toAbsolutePath();
    int port = freePort();
    certify(folder);
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off;
        # One process, of the user who runs the tests.
        master_process off;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events {}
        http {
          access_log %1$s/access.log;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
        %2$s
        }
        """
            .formatted(
                folder,
                recipe.http(port, folder.resolve("certificate.pem"), folder.resolve("key.pem"))));
    Process process =
        new ProcessBuilder(
                program().toString(), "-p", folder.toString(), "-c", folder + "/nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("console.log").toFile())
            .start();
    Nginx nginx = new Nginx(process, folder, port);
    nginx.awaitListening();
    return nginx;
  }

  /** A path of it, by the name that its certificate is for. */
  public URI at(String path) {
    return URI.create("https://localhost:" + port + path);
  }

  /** The lines of its access log so far. */
  public List<String> requests() throws IOException {
    return Files.readAllLines(folder.resolve("access.log"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Path program() {
    if (Programs.find("NGINX", List.of("nginx")).isEmpty()) {
      Programs.install("nginx-light");
    }
    return Programs.find("NGINX", List.of("nginx"))
        .orElseThrow(
            () ->
                new AssertionError(
                    "The test behind a proxy needs nginx: install the package nginx-light, or name"
                        + " the program in NGINX."));
  }

  private void awaitListening() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!listens()) {
      try {
        if (process.waitFor(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS)
            || System.nanoTime() > deadline) {
          close();
          throw new AssertionError(
              "nginx does not listen: " + Files.readString(folder.resolve("console.log")));
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** By the JDK alone, for not every machine has openssl. */
  private static void certify(Path folder) throws IOException {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "nginx",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    try {
      if (keytool.waitFor() != 0) {
        throw new AssertionError(Files.readString(folder.resolve("keytool.log")));
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream file = Files.newInputStream(store)) {
        keys.load(file, PASSWORD.toCharArray());
      }
      writePem(
          folder.resolve("certificate.pem"),
          "CERTIFICATE",
          keys.getCertificate("nginx").getEncoded());
      writePem(
          folder.resolve("key.pem"),
          "PRIVATE KEY",
          keys.getKey("nginx", PASSWORD.toCharArray()).getEncoded());
    } catch (GeneralSecurityException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void writePem(Path file, String what, byte[] content) throws IOException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    try (OutputStream out = Files.newOutputStream(file)) {
      String text =
          "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
              .formatted(what, lines.encodeToString(content));
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
