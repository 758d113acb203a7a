package io.github.usermediaplug.roster.file;

/** The store cannot be opened; the deployment does not start, and no file has been touched. */
public final class StoreRefusal extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  StoreRefusal(String message, Throwable cause) {
    super(message, cause);
  }
}
