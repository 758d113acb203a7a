package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * What counts as one address, of clients behind a proxy that the server believes: how many there
 * may be of one IPv4 address in its forms, and of one /48.
 */
class SiteLimitIT extends OnTheLine {
  private static final int TOO_MANY = 429;
  private static final String TOMCAT_BELIEVES_THE_PROXY =
      "<Context><Valve className='org.apache.catalina.valves.RemoteIpValve'/></Context>";
  private static final String WILDFLY_BELIEVES_THE_PROXY = "proxy-peer-address";

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("site-limit")
        .with("connections-per-address", "2")
        .with("connections-per-site", "3")
        .with("whoami-timeout", "1m")
        .war()
        .addAsManifestResource(new StringAsset(TOMCAT_BELIEVES_THE_PROXY), "context.xml")
        .addAsWebInfResource(new StringAsset(WILDFLY_BELIEVES_THE_PROXY), "undertow-handlers.conf");
  }

  @Test
  void aLinkIsOneAddressAndASiteHasALimitOverAllItsLinks() throws IOException {
    comesIn("2001:db8:1:1::1");
    comesIn("2001:DB8:1:1:ffff::2");
    isRefused("2001:db8:1:1::3");
    comesIn("2001:db8:1:2::1");
    isRefused("2001:db8:1:3::1");
    comesIn("2001:db8:2:3::1");
  }

  @Test
  void anIpv4AddressIsOneInAllItsForms() throws IOException {
    comesIn("198.51.100.7");
    comesIn("64:ff9b::c633:6407");
    isRefused("2002:c633:6407::1");
    isRefused("::ffff:c633:6407");
    comesIn("64:ff9b::c633:6408");
    comesIn("64:ff9b::c633:6409");
    comesIn("64:ff9b::c633:640a");
  }

  /** Once it is answered it has been counted. */
  private void comesIn(String address) throws IOException {
    SlowLink line = exchange.slowMeta(address, headers(address));
    line.send("{}");
    line.read();
  }

  private void isRefused(String address) throws IOException {
    assertEquals(TOO_MANY, Knock.with(exchange.metaUri(), headers(address)), address);
  }

  private static String[] headers(String address) {
    return new String[] {"X-Forwarded-For: " + address};
  }
}
