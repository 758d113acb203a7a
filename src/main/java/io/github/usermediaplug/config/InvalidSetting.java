package io.github.usermediaplug.config;

/** A setting has a value that is not allowed; the deployment does not start. */
public final class InvalidSetting extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private InvalidSetting(String message) {
    super(message);
  }

  /** A text that the setting's reader does not take. */
  static InvalidSetting notAllowed(Key<?> key, String text) {
    return because(key, "is '%s', allowed is %s".formatted(text, key.reader().allowed()));
  }

  /**
   * A setting that does not fit with another, or with what it names.
   *
   * @param problem what follows the setting's name in a sentence, without the full stop; must not
   *     hold the text of a {@link Sensitive} setting
   */
  public static InvalidSetting because(Key<?> key, String problem) {
    return new InvalidSetting(
        "%s %s. Set it as %s in the environment, or as %s as a system property or in web.xml."
            .formatted(key.name(), problem, key.variable(), key.property()));
  }
}
