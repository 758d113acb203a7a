package io.github.usermediaplug.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a setting's text becomes a value.
 *
 * @param parse throws {@link IllegalArgumentException} for a text that is not allowed
 * @param allowed the rest of the sentence "allowed is …"
 */
public record Reader<T>(Function<String, T> parse, String allowed) {

  static final Reader<Optional<String>> TEXT =
      new Reader<>(text -> Optional.of(text).filter(value -> !value.isEmpty()), "any text");

  static final Reader<Optional<String>> FILE = file("the path of a file");

  static final Reader<Optional<String>> KEY_FILE =
      file("the path of a file that holds the key; a key itself is set as token-key");

  static final Reader<Optional<Sensitive>> SENSITIVE =
      new Reader<>(text -> TEXT.parse().apply(text).map(Sensitive::new), "any text");

  static final Reader<List<String>> LIST =
      new Reader<>(
          text ->
              Arrays.stream(text.split(","))
                  .map(String::strip)
                  .filter(item -> !item.isEmpty())
                  .toList(),
          "a list separated by commas");

  static final Reader<List<HostAndPort>> HOSTS =
      new Reader<>(
          text -> LIST.parse().apply(text).stream().map(Reader::host).toList(),
          "a list of hosts separated by commas, such as calls.example or 192.0.2.7:8080");

  static final Reader<Integer> COUNT =
      new Reader<>(text -> Math.toIntExact(positive(text)), "a whole number from 1");

  static final Reader<Integer> COUNT_OR_NONE =
      new Reader<>(
          text -> text.equals("0") ? 0 : Math.toIntExact(positive(text)),
          "0 for no limit, or a whole number");

  static final Reader<Optional<Integer>> COUNT_OR_UNSET = optional(COUNT);

  static final Reader<Long> SIZE =
      new Reader<>(
          text -> scaled(text, Pattern.compile("(\\d+)(|KiB|MiB)"), Reader::bytes),
          "bytes from 1 to 1024MiB, such as 65536, 64KiB or 4MiB");

  static final Reader<Optional<Long>> SIZE_OR_UNSET = optional(SIZE);

  static final Reader<Duration> DURATION =
      new Reader<>(text -> duration(text, 1), "a time from 1ms to 24h, such as 500ms, 10s or 2m");

  static final Reader<Duration> DURATION_OR_NONE =
      new Reader<>(text -> duration(text, 0), "0 for no limit, or a time to 24h, such as 10s");

  private static <T> Reader<Optional<T>> optional(Reader<T> reader) {
    return new Reader<>(
        text -> text.isEmpty() ? Optional.empty() : Optional.of(reader.parse().apply(text)),
        reader.allowed());
  }

  static Reader<String> oneOf(Set<String> values) {
    return new Reader<>(
        text -> {
          if (!values.contains(text)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        },
        values.stream().sorted().collect(Collectors.joining(" or ")));
  }

  /**
   * Of what a file system may take but nobody means: the content of a file, where its name was to
   * be.
   */
  private static Reader<Optional<String>> file(String allowed) {
    return new Reader<>(
        text -> {
          if (text.chars().anyMatch(Character::isISOControl) || text.contains("-----BEGIN")) {
            throw new IllegalArgumentException("no name of a file");
          }
          return TEXT.parse().apply(text).map(Path::of).map(Path::toString);
        },
        allowed);
  }

  private static HostAndPort host(String text) {
    return HostAndPort.of(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static long positive(String text) {
    long number = Long.parseLong(text);
    if (number < 1) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static long scaled(String text, Pattern form, Function<Matcher, Long> scale) {
    Matcher matcher = form.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return scale.apply(matcher);
  }

  private static long bytes(Matcher size) {
    long unit =
        switch (size.group(2)) {
          case "KiB" -> 1L << 10;
          case "MiB" -> 1L << 20;
          default -> 1L;
        };
    long bytes = Math.multiplyExact(Long.parseLong(size.group(1)), unit);
    if (bytes < 1 || bytes > 1L << 30) {
      throw new IllegalArgumentException(size.group());
    }
    return bytes;
  }

  private static Duration duration(String text, long least) {
    long millis = scaled(text, Pattern.compile("(\\d+)(|ms|s|m|h)"), Reader::millis);
    if (millis < least || millis > Duration.ofHours(24).toMillis()) {
      throw new IllegalArgumentException(text);
    }
    return Duration.ofMillis(millis);
  }

  private static long millis(Matcher time) {
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> number;
      case "s" -> Math.multiplyExact(number, 1000L);
      case "m" -> Math.multiplyExact(number, 60_000L);
      case "h" -> Math.multiplyExact(number, 3_600_000L);
      default -> unitless(number);
    };
  }

  private static long unitless(long number) {
    if (number != 0) {
      throw new IllegalArgumentException(number + " has no unit");
    }
    return 0;
  }
}
