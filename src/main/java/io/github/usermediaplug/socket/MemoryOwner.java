package io.github.usermediaplug.socket;

import io.github.usermediaplug.log.Quoted;

/**
 * On whose account memory is kept.
 *
 * @param kind of what it is: a user and an address of the same name are two
 */
public record MemoryOwner(String kind, String name) {

  /** An identified user. */
  public static MemoryOwner user(String name) {
    return new MemoryOwner("user", name);
  }

  /** Whoever connects from an address, or a site of many, as long as its user is not known. */
  public static MemoryOwner address(String address) {
    return new MemoryOwner("address", address);
  }

  /** For the log. */
  @Override
  public String toString() {
    return kind + " " + Quoted.of(name);
  }
}
