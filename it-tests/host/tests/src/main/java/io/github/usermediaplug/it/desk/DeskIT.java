package io.github.usermediaplug.it.desk;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A host whose web.xml lets servers look for annotations, too. */
class DeskIT extends InAnotherApplication {
  @Deployment(testable = false)
  public static WebArchive desk() {
    return new DeskWar().storeFile(STORE_FILE).war();
  }
}
