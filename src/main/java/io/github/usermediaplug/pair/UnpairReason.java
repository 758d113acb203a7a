package io.github.usermediaplug.pair;

import java.util.Locale;

/** What ended a pair. */
public enum UnpairReason {
  /** One of the two asked for it. */
  HANG_UP,
  /** One of the two was gone for longer than the grace period. */
  OFFLINE,
  /** One of the two did not join the media endpoint in time, or not again. */
  MEDIA_TIMEOUT,
  /** One of the two took its media too slowly. */
  SLOW_CONSUMER,
  /** The host application's own word. */
  HOST,
  /** The deployment stops. */
  SERVER_STOPPING;

  /** The reason as it stands on the wire, for example {@code media-timeout}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
