package io.github.usermediaplug.it.stock;

/** On Payara. */
class PayaraIT extends DroppedInUnderAnyName {
  @Override
  Distribution distribution() {
    return new Payara();
  }
}
