package io.github.usermediaplug.bench.subject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes a WAR of the product with the load on its store inside. */
final class StoreWar {

  private static final String PACKAGE = "io/github/usermediaplug/bench/store/";
  private static final List<String> CLASSES = List.of("StoreLoad.class", "StoreLoad$Load.class");

  private StoreWar() {}

  static Path write(Path product, Path to) throws IOException {
    Files.copy(product, to, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem war = FileSystems.newFileSystem(to)) {
      Path classes = war.getPath("WEB-INF/classes", PACKAGE);
      Files.createDirectories(classes);
      for (String name : CLASSES) {
        try (InputStream content =
            StoreWar.class.getClassLoader().getResourceAsStream(PACKAGE + name)) {
          Files.copy(content, classes.resolve(name));
        }
      }
    }
    return to;
  }
}
