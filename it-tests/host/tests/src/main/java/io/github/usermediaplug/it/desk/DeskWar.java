package io.github.usermediaplug.it.desk;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The host's WAR as its own build made it, but for what a test changes in its web.xml. */
final class DeskWar {
  private static final String WEB_XML = "WEB-INF/web.xml";

  private final WebArchive war =
      ShrinkWrap.create(ZipImporter.class, "desk.war")
          .importFrom(new File(System.getProperty("hostUnderTest")))
          .as(WebArchive.class);
  private String webXml = text(war);

  /** Tells servers to look for nothing that is not in the web.xml. */
  DeskWar metadataComplete() {
    return replace("metadata-complete=\"false\"", "metadata-complete=\"true\"");
  }

  /** Where the plug would keep its users, were it asked to. */
  DeskWar storeFile(File file) {
    return with("store-file", file.toString());
  }

  /** Who a connection is. */
  DeskWar identity(String mode) {
    return with("identity", mode);
  }

  private DeskWar with(String key, String value) {
    return replace(
        "</web-app>",
        """
          <context-param>
            <param-name>user-media-plug.%s</param-name>
            <param-value>%s</param-value>
          </context-param>
        </web-app>"""
            .formatted(key, value));
  }

  WebArchive war() {
    war.delete(WEB_XML);
    return war.setWebXML(new StringAsset(webXml));
  }

  private DeskWar replace(String old, String by) {
    if (!webXml.contains(old)) {
      throw new IllegalStateException("no " + old + " in the host's web.xml");
    }
    webXml = webXml.replace(old, by);
    return this;
  }

  private static String text(WebArchive war) {
    try (InputStream stream = war.get(WEB_XML).getAsset().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
