package io.github.usermediaplug.it.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The WAR as the build made it, configured as an operator would: by context parameters in its
 * web.xml.
 */
public final class Product {
  private final String context;
  private final Map<String, String> settings = new TreeMap<>();
  private boolean filters = true;

  private Product(String context) {
    this.context = context;
    with("store-file", newStoreFile());
  }

  public static Product at(String context) {
    return new Product(context);
  }

  /**
   * A path in the build's folder where no file is yet, so that no test meets the users of another.
   */
  public static String newStoreFile() {
    return Path.of("target", "stores", UUID.randomUUID() + ".json").toAbsolutePath().toString();
  }

  public Product with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /**
   * As on a server that upgrades before any filter runs: the jar's initializer, which puts them
   * there, is taken out.
   */
  public Product withoutFilters() {
    filters = false;
    return this;
  }

  /** Named and placed for its context: some servers would take the product's own from the WAR. */
  public WebArchive war() {
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, context + ".war")
            .importFrom(new File(System.getProperty("warUnderTest")))
            .as(WebArchive.class);
    war.delete("WEB-INF/jboss-web.xml");
    war.delete("WEB-INF/glassfish-web.xml");
    if (!filters) {
      war.getContent(Filters.include("/WEB-INF/lib/user-media-plug-.*\\.jar"))
          .forEach((path, jar) -> war.add(withoutInitializer(jar), path));
    }
    return war.setWebXML(new StringAsset(configured(webXml(war))));
  }

  private static Asset withoutInitializer(Node jar) {
    GenericArchive archive =
        ShrinkWrap.create(ZipImporter.class)
            .importFrom(jar.getAsset().openStream())
            .as(GenericArchive.class);
    archive.delete("META-INF/services/jakarta.servlet.ServletContainerInitializer");
    return new ByteArrayAsset(archive.as(ZipExporter.class).exportAsInputStream());
  }

  private String configured(String webXml) {
    String all =
        settings.entrySet().stream().map(Product::contextParam).collect(Collectors.joining());
    if (!filters) {
      all +=
          "<listener><listener-class>io.github.usermediaplug.deployment.DeploymentListener"
              + "</listener-class></listener>";
    }
    return webXml.replace("</web-app>", all + "</web-app>");
  }

  private static String webXml(WebArchive war) {
    try (InputStream file = war.get("WEB-INF/web.xml").getAsset().openStream()) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contextParam(Map.Entry<String, String> setting) {
    return """
          <context-param>
            <param-name>user-media-plug.%s</param-name>
            <param-value>%s</param-value>
          </context-param>
        """
        .formatted(setting.getKey(), setting.getValue());
  }
}
