package io.github.usermediaplug.policy.anyone;

import io.github.usermediaplug.config.BuiltIn;
import io.github.usermediaplug.policy.CallPolicy;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Anyone may call anyone and see who is there, as in a small house. */
@BuiltIn("anyone")
@Dependent
public class Anyone implements CallPolicy {

  @Override
  public CompletionStage<Boolean> mayCall(String caller, String callee) {
    return CompletableFuture.completedStage(true);
  }

  @Override
  public CompletionStage<List<String>> visibleTo(String viewer, List<String> users) {
    return CompletableFuture.completedStage(users);
  }

  @Override
  public CompletionStage<List<String>> viewersOf(String user, List<String> viewers) {
    return CompletableFuture.completedStage(viewers);
  }

  @Override
  public boolean hides() {
    return false;
  }

  @Override
  public String name() {
    return "anyone";
  }
}
