package io.github.usermediaplug.socket.upgrade;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;

/**
 * Has Tyrus, which is Payara's WebSocket, listen for frames only once it is ready for them. Its
 * handler begins to listen first and then makes the connection that frames are for; where frames
 * lie there already, the servlet container has the same thread handle them at once, and it waits
 * for itself, for ever (docs/upstream/tyrus-early-frame.md). Other containers make no such handler
 * and are not affected. Stateless.
 */
public final class UpgradeFilter implements Filter {

  private static final String TYRUS = "org.glassfish.tyrus.servlet.TyrusHttpUpgradeHandler";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    IncomingFrames frames = IncomingFrames.begin();
    try {
      chain.doFilter(new Upgradable((HttpServletRequest) request, frames), response);
    } finally {
      IncomingFrames.forget();
    }
  }

  private static final class Upgradable extends HttpServletRequestWrapper {

    private final IncomingFrames frames;

    Upgradable(HttpServletRequest request, IncomingFrames frames) {
      super(request);
      this.frames = frames;
    }

    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> type)
        throws IOException, ServletException {
      if (!type.getName().equals(TYRUS)) {
        return super.upgrade(type);
      }
      T handler = create(type);
      super.upgrade(OrderedUpgradeHandler.class).initFirst(handler, frames);
      return handler;
    }

    private static <T> T create(Class<T> type) throws ServletException {
      try {
        return type.getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException failure) {
        throw new ServletException(failure);
      }
    }
  }
}
