package io.github.usermediaplug.it.stock;

/** On WildFly. */
class WildFlyIT extends DroppedInUnderAnyName {
  @Override
  Distribution distribution() {
    return new WildFly();
  }
}
