package io.github.usermediaplug.it.stock;

import java.nio.file.Path;

/** On Tomcat 10.1. */
class Tomcat10IT extends DroppedIntoTomcat {
  @Override
  Distribution distribution() {
    return new Tomcat(Path.of(System.getProperty("tomcat10.unpacked")));
  }
}
