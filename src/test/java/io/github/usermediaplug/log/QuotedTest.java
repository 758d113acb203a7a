package io.github.usermediaplug.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedTest {

  /** Unusual characters are written as {@code <hex>}. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "ann, 'ann'",
        "\"\", ''",
        "Zoë Ærøskøbing, 'Zoë Ærøskøbing'",
        "阿明 علي שלום, '阿明 علي שלום'",
        "ann' and 'bob, 'ann\\' and \\'bob'",
        "a\\u000ab, 'a\\\\u000ab'",
        "a<a>b<d>c<85>d, 'a\\u000ab\\u000dc\\u0085d'",
        "<2028><2029>, '\\u2028\\u2029'",
        "<202e><2066><200f><200d>, '\\u202e\\u2066\\u200f\\u200d'",
        "<a0><3000><feff>, '\\u00a0\\u3000\\ufeff'",
        "<1b>[31m<0>, '\\u001b[31m\\u0000'",
        "<d800>, '\\ud800'",
        "<e000><f0000>, '\\ue000\\U000f0000'",
        "<e0041>, '\\U000e0041'",
        "<1f600>, '😀'"
      })
  void whatCouldPassForTheLogsOwnIsEscaped(String text, String quoted) {
    assertEquals(quoted, Quoted.of(unescaped(text)));
  }

  @Test
  void noneIsNotTheTextThatSaysSo() {
    assertEquals("null", Quoted.of(null));
    assertEquals("'null'", Quoted.of("null"));
  }

  @Test
  void ofALongTextTheFirstIsShown() {
    assertEquals("'" + "😀".repeat(200) + "'", Quoted.of("😀".repeat(200)));
    assertEquals("'" + "😀".repeat(200) + "'...", Quoted.of("😀".repeat(201)));
  }

  @Test
  void noCharacterEndsTheLineOrTheQuotes() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .mapToObj(Character::toString)
        .map(Quoted::of)
        .forEach(
            quoted ->
                assertFalse(quoted.matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}].*|'''"), quoted));
  }

  private static String unescaped(String text) {
    return java.util.regex.Pattern.compile("<([0-9a-f]+)>")
        .matcher(text)
        .replaceAll(hex -> Character.toString(Integer.parseInt(hex.group(1), 16)));
  }
}
