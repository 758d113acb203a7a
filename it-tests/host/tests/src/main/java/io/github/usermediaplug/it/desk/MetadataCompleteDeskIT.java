package io.github.usermediaplug.it.desk;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A host whose web.xml is all there is: servers look for no annotation and no fragment. */
class MetadataCompleteDeskIT extends InAnotherApplication {
  @Deployment(testable = false)
  public static WebArchive desk() {
    return new DeskWar().metadataComplete().storeFile(STORE_FILE).war();
  }
}
