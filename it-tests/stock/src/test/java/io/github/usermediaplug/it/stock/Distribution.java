package io.github.usermediaplug.it.stock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of server, and what its operator knows of it. Paths are below the server's home. */
interface Distribution {
  /** Where the build has unpacked it. */
  Path unpacked();

  /** Which of the two WARs is for it. */
  Path war();

  /** The folder that a WAR is dropped into. */
  String deployments();

  /** Where docs/operations.md says that users are kept when nothing is configured. */
  String storeFile();

  String logs();

  /** How many ports its stock configuration opens. */
  int ports();

  /** Has it listen elsewhere, in its configuration files if it must be there. */
  void listen(Path home, Ports ports) throws IOException;

  /** Starts it in the foreground. */
  List<String> start(Ports ports);

  /** Has it stop, as its documentation says. */
  List<String> stop(Ports ports);
}
