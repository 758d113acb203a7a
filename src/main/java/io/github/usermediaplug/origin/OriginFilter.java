package io.github.usermediaplug.origin;

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

/**
 * Answers a handshake from a foreign origin with 403. A filter, because a WebSocket configurator is
 * not told the host that the origin must be compared with.
 */
public final class OriginFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    OriginRule rule =
        new OriginRule(CDI.current().select(Configuration.class).get().get(Key.ALLOWED_ORIGINS));
    if (rule.admits(http.getHeader("Origin"), http.getHeader("Host"))) {
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
