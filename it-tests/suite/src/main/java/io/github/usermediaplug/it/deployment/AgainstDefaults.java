package io.github.usermediaplug.it.deployment;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Tests of the product as it comes, with every default in force. */
public abstract class AgainstDefaults extends OnTheLine {
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("user-media-plug").war();
  }
}
