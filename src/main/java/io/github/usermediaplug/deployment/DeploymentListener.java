package io.github.usermediaplug.deployment;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Starts the deployment with its web application. CDI's own event of that moment carries the
 * context on WildFly and Tomcat, and something else on Payara.
 */
public final class DeploymentListener implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    CDI.current().select(Deployment.class).get().start(event.getServletContext());
  }
}
