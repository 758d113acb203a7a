package io.github.usermediaplug.socket.outlet;

import io.github.usermediaplug.socket.NoExtensions;
import jakarta.servlet.ServletException;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** A Tomcat with one WebSocket endpoint, which does nothing but open sessions for the test. */
final class OneEndpoint implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();
  private final BlockingQueue<Session> opened = new LinkedBlockingQueue<>();

  OneEndpoint(Path base, Connector connector) throws LifecycleException {
    connector.setPort(0);
    connector.setProperty("socket.txBufSize", "65536"); // soon full
    tomcat.setBaseDir(base.toString());
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "default", new DefaultServlet());
    context.addServletMappingDecoded("/", "default");
    context.addServletContainerInitializer(new WsSci(), null);
    context.addServletContainerInitializer(
        (classes, application) ->
            add((ServerContainer) application.getAttribute(ServerContainer.class.getName())),
        null);
    tomcat.start();
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  Session opened() throws InterruptedException {
    return opened.poll(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  private void add(ServerContainer container) throws ServletException {
    try {
      container.addEndpoint(
          ServerEndpointConfig.Builder.create(Endpoint.class, "/socket")
              .configurator(
                  new NoExtensions() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                      return type.cast(endpoint());
                    }
                  })
              .build());
    } catch (DeploymentException failure) {
      throw new ServletException(failure);
    }
  }

  private Endpoint endpoint() {
    return new Endpoint() {
      @Override
      public void onOpen(Session session, EndpointConfig config) {
        opened.add(session);
      }
    };
  }
}
