package io.github.usermediaplug.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings in force: environment, system property, context parameter of {@code web.xml},
 * default, the first that is there. Read once, before anything else of the deployment starts, and
 * never changed since; any thread may ask.
 */
@ApplicationScoped
public class Configuration {

  private volatile Map<Key<?>, Object> values = Map.of();

  /**
   * Reads every setting.
   *
   * @throws InvalidSetting naming key, value (if it cannot be a secret) and what is allowed; the
   *     deployment then fails
   */
  public void read(ServletContext context) {
    read(
        key ->
            first(
                System.getenv(key.variable()),
                System.getProperty(key.property()),
                context.getInitParameter(key.property())));
  }

  void read(Function<Key<?>, Optional<String>> source) {
    Map<Key<?>, Object> read = new HashMap<>();
    for (Key<?> key : Key.ALL) {
      read.put(key, read(key, source.apply(key).orElse(key.fallback()).strip()));
    }
    values = Map.copyOf(read);
  }

  /** The value of a setting. */
  @SuppressWarnings("unchecked")
  public <T> T get(Key<T> key) {
    if (values.isEmpty()) {
      throw new IllegalStateException("user-media-plug has not started yet");
    }
    return (T) values.get(key);
  }

  private static Optional<String> first(String... texts) {
    for (String text : texts) {
      if (text != null) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static <T> T read(Key<T> key, String text) {
    try {
      return key.reader().parse().apply(text);
    } catch (IllegalArgumentException | ArithmeticException notAllowed) {
      throw InvalidSetting.notAllowed(key, text);
    }
  }
}
