package io.github.usermediaplug.it.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Payara Server, with its domain1. */
record Payara() implements Distribution {
  private static final String DOMAIN = "glassfish/domains/domain1/";

  /** As domain.xml names them; those of the web and of its administration come first. */
  private static final List<String> STOCK_PORTS =
      List.of(
          "port=\"8080\"",
          "port=\"4848\"",
          "port=\"8181\"",
          "port=\"8686\"",
          "value=\"7676\"",
          "port=\"3700\"",
          "port=\"3820\"",
          "port=\"3920\"");

  @Override
  public Path unpacked() {
    return Path.of(System.getProperty("payara.unpacked"));
  }

  @Override
  public Path war() {
    return Path.of(System.getProperty("thinWarUnderTest"));
  }

  @Override
  public String deployments() {
    return DOMAIN + "autodeploy";
  }

  @Override
  public String storeFile() {
    return DOMAIN + "user-media-plug/users.json";
  }

  @Override
  public String logs() {
    return DOMAIN + "logs";
  }

  @Override
  public int ports() {
    return STOCK_PORTS.size();
  }

  @Override
  public void listen(Path home, Ports ports) throws IOException {
    Path file = home.resolve(DOMAIN + "config/domain.xml");
    String configuration = Files.readString(file);
    Iterator<Integer> free =
        Stream.concat(Stream.of(ports.http(), ports.admin()), ports.others()).iterator();
    for (String stock : STOCK_PORTS) {
      String ours = stock.replaceFirst("\\d+", Integer.toString(free.next()));
      configuration = configuration.replace(stock, ours);
    }
    Files.writeString(file, configuration);
  }

  @Override
  public List<String> start(Ports ports) {
    return List.of("bin/asadmin", "start-domain", "--verbose", "domain1");
  }

  @Override
  public List<String> stop(Ports ports) {
    return List.of("bin/asadmin", "stop-domain", "domain1");
  }
}
