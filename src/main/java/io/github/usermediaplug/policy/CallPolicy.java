package io.github.usermediaplug.policy;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Decides who may call whom, and who may see whose presence. Exists so that a host application can
 * have its own say (departments, opening hours, a blocklist): with {@code @Alternative @Priority}
 * its bean takes the place of the configured one.
 *
 * <p>A call that is not allowed is answered as one to a user who is not there, and a user who may
 * not be seen is left out. A host's own word, {@code UserMediaPlug}, is not asked about here.
 *
 * <p>No method may wait: each returns at once and completes its stage later, from any thread,
 * within 20 seconds. All must be safe for threads. A stage that fails refuses the message it was
 * for with {@code server-error}. Ids are as clients gave them: a user of that name need not exist.
 * For a refusal to tell nothing, a method does the same work for any two users.
 */
public interface CallPolicy {

  /** Whether the caller may ring the callee. */
  CompletionStage<Boolean> mayCall(String caller, String callee);

  /** Those of the users whose presence the viewer may see. */
  CompletionStage<? extends Collection<String>> visibleTo(String viewer, List<String> users);

  /** Those of the viewers who may see the user's presence. */
  CompletionStage<? extends Collection<String>> viewersOf(String user, List<String> viewers);

  /**
   * Whether there is anything to hide. If so, an answer that hides something is given at a fixed
   * pace, so that the time it takes tells nothing either.
   */
  boolean hides();

  /** The policy's name, for the log at start. */
  String name();
}
