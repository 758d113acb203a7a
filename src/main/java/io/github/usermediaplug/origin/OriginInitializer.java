package io.github.usermediaplug.origin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/**
 * Puts the filter before all others, the containers' own WebSocket filters among them. An
 * initializer runs even where a host's {@code web.xml} is {@code metadata-complete}, which makes
 * servers pass over fragments and annotations.
 */
public final class OriginInitializer implements ServletContainerInitializer {

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    FilterRegistration.Dynamic filter =
        context.addFilter(OriginFilter.class.getName(), OriginFilter.class);
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/meta", "/media");
  }
}
