package io.github.usermediaplug.handshake;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Answers what is no handshake by RFC 6455 (section 4.1) with 400 or 405, before a container reads
 * it: Payara waits in a request thread for the body of a form, and keeps a connection whose query
 * is no URI for ever; Tomcat and Payara log each such query with its stack, and Tomcat extensions
 * that it cannot read. Those are kept from it, since none is agreed to. Stateless.
 */
public final class HandshakeFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    if (!http.getMethod().equals("GET")) {
      answer.setHeader("Allow", "GET");
      answer.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else if (hasBody(http) || !hasUri(http)) {
      answer.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      chain.doFilter(new WithoutExtensions(http), response);
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static boolean hasUri(HttpServletRequest request) {
    String query = request.getQueryString();
    try {
      new URI(request.getRequestURL().append(query == null ? "" : "?" + query).toString());
      return true;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private static final class WithoutExtensions extends HttpServletRequestWrapper {

    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    WithoutExtensions(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getHeader(String name) {
      return EXTENSIONS.equalsIgnoreCase(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return EXTENSIONS.equalsIgnoreCase(name)
          ? Collections.emptyEnumeration()
          : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      return Collections.enumeration(
          Collections.list(super.getHeaderNames()).stream()
              .filter(name -> !EXTENSIONS.equalsIgnoreCase(name))
              .toList());
    }
  }
}
