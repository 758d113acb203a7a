package io.github.usermediaplug.socket.upgrade;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;

/** A connection whose streams are others. */
record Upgraded(WebConnection connection, ServletInputStream input, ServletOutputStream output)
    implements WebConnection {

  @Override
  public ServletInputStream getInputStream() {
    return input;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return output;
  }

  @Override
  public void close() throws Exception {
    connection.close();
  }
}
