package io.github.usermediaplug.it.deployment;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The WAR as the build made it, configured as a host would: by the context parameters of a web.xml.
 */
public final class Product {
  private final String context;
  private final Map<String, String> settings = new TreeMap<>();

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

  public WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, context + ".war")
        .importFrom(new File(System.getProperty("warUnderTest")))
        .as(WebArchive.class)
        .setWebXML(new StringAsset(webXml()));
  }

  private String webXml() {
    return """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        %s</web-app>
        """
        .formatted(
            settings.entrySet().stream().map(Product::contextParam).collect(Collectors.joining()));
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
