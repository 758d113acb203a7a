package io.github.usermediaplug.it.rules;

import io.github.usermediaplug.policy.CallPolicy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A host's own policy: each department by itself. It answers later, in another thread. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class DepartmentPolicy implements CallPolicy {
  @Override
  public CompletionStage<Boolean> mayCall(String caller, String callee) {
    return CompletableFuture.supplyAsync(() -> together(caller, callee));
  }

  @Override
  public CompletionStage<List<String>> visibleTo(String viewer, List<String> users) {
    return CompletableFuture.supplyAsync(() -> those(viewer, users));
  }

  @Override
  public CompletionStage<List<String>> viewersOf(String user, List<String> viewers) {
    return CompletableFuture.supplyAsync(() -> those(user, viewers));
  }

  @Override
  public boolean hides() {
    return true;
  }

  @Override
  public String name() {
    return "departments";
  }

  private static List<String> those(String one, List<String> others) {
    return others.stream().filter(other -> together(one, other)).toList();
  }

  private static boolean together(String one, String other) {
    if (other.startsWith("lost")) {
      throw new IllegalStateException("the directory does not answer");
    }
    return department(one).equals(department(other));
  }

  private static String department(String user) {
    return user.substring(0, user.indexOf('/') + 1);
  }
}
