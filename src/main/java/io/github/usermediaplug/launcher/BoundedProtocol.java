package io.github.usermediaplug.launcher;

import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * HTTP in which no client holds a thread: not by a body that does not come, for nothing here takes
 * one, nor by a response that it does not read, for the system takes all that one connection may
 * ask for.
 */
final class BoundedProtocol extends Http11NioProtocol {

  private static final int REQUEST_MILLIS = 10_000;
  private static final int NEWCOMERS_AT_ONCE = 1024;

  /** The system takes two files of the page, of up to 12 KiB, of which nothing is read. */
  private static final int REQUESTS_PER_CONNECTION = 2;

  /** On this port, for so many connections. */
  BoundedProtocol(int port, int connections) {
    super(new BoundedEndpoint(connections, REQUEST_MILLIS));
    setPort(port);
    setConnectionTimeout(REQUEST_MILLIS);
    setAcceptCount(NEWCOMERS_AT_ONCE);
    setMaxKeepAliveRequests(REQUESTS_PER_CONNECTION);
  }

  @Override
  public void setAdapter(Adapter adapter) {
    super.setAdapter(new WithoutBodies(adapter));
  }

  private record WithoutBodies(Adapter adapter) implements Adapter {

    private static final int CONTENT_TOO_LARGE = 413;

    @Override
    public void service(Request request, Response response) throws Exception {
      if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
        response.setStatus(CONTENT_TOO_LARGE);
        // Without it Tomcat would wait for the body, to find the next request behind it.
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        return;
      }
      adapter.service(request, response);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
      return adapter.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event)
        throws Exception {
      return adapter.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
      adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
      adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
      return adapter.getDomain();
    }
  }
}
