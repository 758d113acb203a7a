package io.github.usermediaplug.identity.principal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets only those through who have logged in. Has the server ask the others to, by the login method
 * of the application's {@code web.xml}, or answers them with 401 where the application sees to the
 * login itself: a handshake is no place for a form.
 */
final class LoginFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final boolean asks;

  LoginFilter(boolean asks) {
    this.asks = asks;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getUserPrincipal() != null || asks && logsIn(request, response)) {
      chain.doFilter(request, response);
    } else if (!response.isCommitted() && response.getStatus() == HttpServletResponse.SC_OK) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  private static boolean logsIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      return request.authenticate(response);
    } catch (ServletException leftToUs) {
      // WildFly has looked for a login before any filter, and does not ask for one after that.
      response.setHeader("WWW-Authenticate", "Basic realm=\"user-media-plug\", charset=\"UTF-8\"");
      return false;
    }
  }
}
