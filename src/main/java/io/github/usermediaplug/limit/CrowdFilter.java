package io.github.usermediaplug.limit;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers a handshake with 429 where its address or its site has as many connections as it may. The
 * address is the container's word: behind a proxy that is the proxy's, unless the container is told
 * to take the client's from a header that the proxy sets.
 */
public final class CrowdFilter implements Filter {

  private static final int TOO_MANY_REQUESTS = 429;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    AddressBlock address = AddressBlock.of(request.getRemoteAddr());
    if (CDI.current().select(Crowd.class).get().isFull(address)) {
      ((HttpServletResponse) response).sendError(TOO_MANY_REQUESTS);
      return;
    }
    CallerAddress.remember(address);
    try {
      chain.doFilter(request, response);
    } finally {
      CallerAddress.forget();
    }
  }
}
