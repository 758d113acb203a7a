package io.github.usermediaplug.message;

/** A required field is missing or not what its schema says; the message names the field. */
final class BadField extends Exception {

  private static final long serialVersionUID = 1L;

  BadField(String name, String expected) {
    super("the field '" + name + "' must be " + expected);
  }
}
