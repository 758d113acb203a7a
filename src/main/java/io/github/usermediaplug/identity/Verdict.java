package io.github.usermediaplug.identity;

/** What an {@link Identity} says of a claim. */
public enum Verdict {
  ACCEPTED,
  REFUSED
}
