package io.github.usermediaplug.policy;

import io.github.usermediaplug.config.BuiltIn;
import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/** The policy that the setting names, where no host application brings its own. */
@ApplicationScoped
public class ConfiguredPolicy {

  @Produces
  @ApplicationScoped
  CallPolicy policy(Configuration configuration, @Any Instance<CallPolicy> builtIn) {
    return builtIn.select(new BuiltIn.Chosen(configuration.get(Key.CALL_POLICY))).get();
  }
}
