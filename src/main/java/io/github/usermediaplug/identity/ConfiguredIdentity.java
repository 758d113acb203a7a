package io.github.usermediaplug.identity;

import io.github.usermediaplug.config.BuiltIn;
import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/** The identity that the setting names, where no host application brings its own. */
@ApplicationScoped
public class ConfiguredIdentity {

  /**
   * Makes it.
   *
   * @throws io.github.usermediaplug.config.InvalidSetting where its own settings are wrong
   */
  @Produces
  @ApplicationScoped
  Identity identity(Configuration configuration, @Any Instance<Identity> builtIn) {
    return builtIn.select(new BuiltIn.Chosen(configuration.get(Key.IDENTITY))).get();
  }
}
