package io.github.usermediaplug.config;

/** A setting has a value that is not allowed; the deployment does not start. */
public final class InvalidSetting extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidSetting(Key<?> key, String text) {
    super(
        "%s is '%s', allowed is %s. Set it as %s in the environment, or as %s as a system property or in web.xml."
            .formatted(key.name(), text, key.reader().allowed(), key.variable(), key.property()));
  }
}
