package io.github.usermediaplug.config;

/** A setting has a value that is not allowed; the deployment does not start. */
public final class InvalidSetting extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Base 64 of a key that is long enough has twice as many characters. */
  private static final int QUOTABLE = 20;

  private InvalidSetting(String message) {
    super(message);
  }

  /**
   * A text that the setting's reader does not take. It is quoted where it is short, as all that
   * such settings take are: a longer one may be a key, set in the wrong place.
   */
  static InvalidSetting notAllowed(Key<?> key, String text) {
    String found =
        text.length() <= QUOTABLE && text.chars().noneMatch(Character::isISOControl)
            ? "is '%s'".formatted(text)
            : "has a value of %d characters, which is not shown".formatted(text.length());
    return because(key, "%s, allowed is %s".formatted(found, key.reader().allowed()));
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
