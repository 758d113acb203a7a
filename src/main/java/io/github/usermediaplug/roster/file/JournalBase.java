package io.github.usermediaplug.roster.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line's text that names a content of the users' file which the journal continues.
 *
 * @param contained the number of the last line whose changes the file has
 */
record JournalBase(Fingerprint content, long contained) {

  private static final String WORD = "base ";
  private static final Pattern FORM = Pattern.compile(WORD + "(\\S+) (\\d{1,18})");

  static boolean isOne(String text) {
    return text.startsWith(WORD);
  }

  static Optional<JournalBase> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Fingerprint.parse(form.group(1))
            .map(content -> new JournalBase(content, Long.parseLong(form.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return WORD + content + ' ' + contained;
  }
}
