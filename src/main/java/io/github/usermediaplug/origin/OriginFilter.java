package io.github.usermediaplug.origin;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.limit.LimitLog;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Logger;

/**
 * Answers a handshake from a foreign origin with 403. A filter, because a WebSocket configurator is
 * not told the host that the origin must be compared with.
 */
public final class OriginFilter implements Filter {

  private static final Logger LOG = Logger.getLogger(OriginFilter.class.getName());
  private static final int LONG_ENOUGH = 200;

  private final LimitLog refused =
      new LimitLog(LOG, "allowed-origins keeps pages of other origins out, the last one from %s");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    OriginRule rule =
        new OriginRule(CDI.current().select(Configuration.class).get().get(Key.ALLOWED_ORIGINS));
    if (rule.admits(http.getHeader("Origin"), http.getHeader("Host"))) {
      chain.doFilter(request, response);
    } else {
      refused.met(
          "'%s' at host '%s'"
              .formatted(plain(http.getHeader("Origin")), plain(http.getHeader("Host"))));
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** What a client sent, in a form that takes one line of log and no more. */
  private static String plain(String header) {
    String text = String.valueOf(header).replaceAll("[^ -~]", "?");
    return text.length() <= LONG_ENOUGH ? text : text.substring(0, LONG_ENOUGH) + "...";
  }
}
