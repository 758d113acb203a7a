package io.github.usermediaplug.bench.subject;

/** What a subject is there for. */
public enum Role {
  /** user-media-plug itself. */
  PRODUCT,
  /** The same with a load on its store from inside. */
  STORE,
  /** The same server with a minimal endpoint that relays, and no product: the container's limit. */
  LIMIT,
  /** The same with asynchronous sends: what a server can do that waits for no client. */
  QUEUED_LIMIT,
  /** A relay of about 30 lines on Node. */
  NODE_RELAY,
  /** A broker of about 60 lines on Node. */
  NODE_BROKER,
  /** A relay of bytes with no WebSocket: the physical limit, and the load generator's ceiling. */
  RAW
}
