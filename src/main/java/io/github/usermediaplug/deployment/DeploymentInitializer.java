package io.github.usermediaplug.deployment;

import io.github.usermediaplug.handshake.HandshakeFilter;
import io.github.usermediaplug.limit.CrowdFilter;
import io.github.usermediaplug.origin.OriginFilter;
import io.github.usermediaplug.socket.upgrade.UpgradeFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
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
    guard(context, HandshakeFilter.class);
    guard(context, OriginFilter.class);
    guard(context, CrowdFilter.class);
    guard(context, UpgradeFilter.class);
  }

  private static void guard(ServletContext context, Class<? extends Filter> filter) {
    FilterRegistration.Dynamic guard = context.addFilter(filter.getName(), filter);
    guard.setAsyncSupported(true);
    // Before all other filters, the containers' own for WebSocket among them.
    guard.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/meta", "/media");
  }
}
