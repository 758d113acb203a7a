package io.github.usermediaplug.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The subjects there are.
 *
 * @param product the directory with the product's two WARs
 * @param node the directory with the scripts
 * @param servers the directory with the unpacked servers
 * @param work where the limit's WAR is made
 */
public record Subjects(Path product, Path node, Path servers, Path work) {

  /** Product and limit on servers of these names, then whom they are compared with. */
  public List<Subject> on(List<String> names) throws IOException {
    Files.createDirectories(work);
    Path limit = LimitWar.write(work.resolve("limit.war"));
    List<Subject> all = new ArrayList<>();
    for (String name : names) {
      UnpackedServer server = UnpackedServer.of(name);
      Path home = server.home(servers);
      Path war = existing(product.resolve(server.productWar()));
      all.add(new Subject(Role.PRODUCT, name, server.launcher(home, war, "user-media-plug")));
      Path inside = StoreWar.write(war, work.resolve("store@" + name + ".war"));
      all.add(new Subject(Role.STORE, name, server.launcher(home, inside, "user-media-plug")));
      Launcher limits = server.launcher(home, limit, "limit");
      if (server.mayWait()) {
        all.add(new Subject(Role.LIMIT, name, limits));
      }
      all.add(new Subject(Role.QUEUED_LIMIT, name, limits));
    }
    all.add(new Subject(Role.NODE_RELAY, "node", new NodeScript(node.resolve("relay.js"))));
    all.add(new Subject(Role.NODE_BROKER, "node", new NodeScript(node.resolve("broker.js"))));
    all.add(new Subject(Role.RAW, "java", new RawRelay()));
    return all;
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "there is no " + file.getFileName() + ": build the product first (mvn package)");
    }
    return file;
  }
}
