package io.github.usermediaplug.config;

/**
 * A setting's text that no log may hold: it says itself only where it is asked to.
 *
 * @param reveal the text, for what it was set for
 */
public record Sensitive(String reveal) {

  @Override
  public String toString() {
    return "Sensitive[hidden]";
  }
}
