package io.github.usermediaplug.origin;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/**
 * Answers a handshake that the {@link OriginGuard} refuses with 403. A filter, because the status
 * is not a WebSocket configurator's to set where the host counts too.
 */
public final class OriginFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    OriginGuard guard = CDI.current().select(OriginGuard.class).get();
    if (guard.admits(
        Collections.list(http.getHeaders("Origin")), Collections.list(http.getHeaders("Host")))) {
      chain.doFilter(request, response);
    } else {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
