package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.usermediaplug.it.deployment.Product;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server does not come to serve with a wrong setting that would leave a door open. */
@ExtendWith(ArquillianExtension.class)
class MisconfiguredIT {
  private static final String KEYLESS = "no-key";
  private static final String WEAK = "weak-key";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = KEYLESS, managed = false, testable = false)
  public static WebArchive keyless() {
    return Product.at(KEYLESS).with("identity", "token").war();
  }

  @Deployment(name = WEAK, managed = false, testable = false)
  public static WebArchive weak() {
    return Product.at(WEAK).with("identity", "token").with("token-key", "c2hvcnQ=").war();
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYLESS, WEAK})
  void theDeploymentFails(String deployment) {
    assertThrows(Exception.class, () -> deployer.deploy(deployment));
  }
}
