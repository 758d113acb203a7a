package io.github.usermediaplug.bench.attack;

import java.util.List;
import java.util.Map;

/** Something that a client can do to others. Has no state; all of that is on a stage. */
public interface Attack {

  /** All attacks, in the order of their rows. */
  List<Attack> ALL =
      List.of(
          new UnfinishedMedia(),
          new UnfinishedTexts(),
          new UnreadPongs(),
          new SignalsBeforeAccept(),
          new StatusesOfStrangers(),
          new LongPeerList(),
          new ManyViewers(),
          new CostlyQuestions(),
          new PairsWithoutEnd(),
          new SmallMessages());

  /** The row of the table of attacks that this is. */
  int row();

  /** What it does, in a few words, for the name of a figure. */
  String name();

  /** Settings of the product without which it means nothing, by the names of their environment. */
  default Map<String, String> settings() {
    return Map.of();
  }

  /** Who is registered before the product starts, each with its peers. */
  default Map<String, List<String>> users() {
    return Map.of();
  }

  /**
   * Comes in, says that it is {@link Stage#ready ready}, which returns when it is to begin, and
   * goes on for as long as the stage {@link Stage#isOn is on}.
   */
  void run(Stage stage);
}
