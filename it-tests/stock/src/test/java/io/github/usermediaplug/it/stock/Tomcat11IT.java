package io.github.usermediaplug.it.stock;

import java.nio.file.Path;

/** On Tomcat 11. */
class Tomcat11IT extends DroppedIntoTomcat {
  @Override
  Distribution distribution() {
    return new Tomcat(Path.of(System.getProperty("tomcat11.unpacked")));
  }
}
