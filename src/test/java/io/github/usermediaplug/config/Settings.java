package io.github.usermediaplug.config;

import java.util.Map;
import java.util.Optional;

/** Settings as a test wants them. */
public final class Settings {

  private Settings() {}

  /** These, and defaults for the rest. */
  public static Configuration of(Map<String, String> settings) {
    Configuration configuration = new Configuration();
    configuration.read(key -> Optional.ofNullable(settings.get(key.name())));
    return configuration;
  }
}
