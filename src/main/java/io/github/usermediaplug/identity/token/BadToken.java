package io.github.usermediaplug.identity.token;

/** A token proves nothing. The message says why, to an operator, and never holds the token. */
final class BadToken extends Exception {

  private static final long serialVersionUID = 1L;

  BadToken(String why) {
    super(why);
  }
}
