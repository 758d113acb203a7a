package io.github.usermediaplug.identity.principal;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.InvalidSetting;
import io.github.usermediaplug.config.Key;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/** Puts the login before the doors in the mode {@code principal}, and nothing in any other. */
public final class LoginInitializer implements ServletContainerInitializer {

  @Override
  public void onStartup(Set<Class<?>> classes, ServletContext context) {
    Configuration configuration = new Configuration();
    try {
      configuration.read(context);
    } catch (InvalidSetting toldByTheDeployment) {
      return;
    }
    if (configuration.get(Key.IDENTITY).equals("principal")) {
      guard(context, configuration.get(Key.LOGIN).equals("server"));
    }
  }

  /**
   * Where the jar is the whole application its page is behind the login too: that is where a
   * browser asks for the password. In another's application nothing but the handshake is ours to
   * refuse.
   */
  private static void guard(ServletContext context, boolean wholeApplication) {
    FilterRegistration.Dynamic login =
        context.addFilter(LoginFilter.class.getName(), new LoginFilter(wholeApplication));
    login.setAsyncSupported(true);
    login.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST), false, wholeApplication ? "/*" : "/meta");
  }
}
