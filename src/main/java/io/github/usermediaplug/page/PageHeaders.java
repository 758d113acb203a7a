package io.github.usermediaplug.page;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Tells a browser how little our page needs, so that it allows no more. Declared in the {@code
 * web.xml} of our own WAR, not by the jar. A WebSocket is no page: nothing is added to its
 * handshake, which Payara would keep as long as the connection.
 */
public final class PageHeaders implements Filter {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy",
              "camera=(self), microphone=(self), display-capture=(), geolocation=(), payment=(),"
                  + " usb=()",
          // Kept, but asked for each time: a page and a client of two versions do not mix.
          "Cache-Control", "no-cache");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (http.getHeader("Sec-WebSocket-Key") == null) {
      describe(http.getHeader("Host"), (HttpServletResponse) response);
    }
    chain.doFilter(request, response);
  }

  private static void describe(String host, HttpServletResponse response) {
    ALWAYS.forEach(response::setHeader);
    response.setHeader(
        "Content-Security-Policy",
        new ContentPolicy(CDI.current().select(Configuration.class).get().get(Key.MEDIA_URL))
            .forHost(host));
  }
}
