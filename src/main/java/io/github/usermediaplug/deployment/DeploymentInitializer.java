package io.github.usermediaplug.deployment;

import io.github.usermediaplug.origin.OriginFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/**
 * Brings the jar into its web application. An initializer runs even where a host's {@code web.xml}
 * is {@code metadata-complete}, which makes servers pass over fragments and annotations.
 */
public final class DeploymentInitializer implements ServletContainerInitializer {

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    context.addListener(DeploymentListener.class);
    FilterRegistration.Dynamic origin =
        context.addFilter(OriginFilter.class.getName(), OriginFilter.class);
    origin.setAsyncSupported(true);
    // Before all other filters, the containers' own for WebSocket among them.
    origin.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/meta", "/media");
  }
}
