package io.github.usermediaplug.socket.upgrade;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;

/** A connection whose input is another one. */
record Upgraded(WebConnection connection, ServletInputStream input) implements WebConnection {

  @Override
  public ServletInputStream getInputStream() {
    return input;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return connection.getOutputStream();
  }

  @Override
  public void close() throws Exception {
    connection.close();
  }
}
