package io.github.usermediaplug.identity.token;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form that RFC 7515 and RFC 7519 give a header and claims. The library takes much that has
 * another form for absent, or cuts it to what fits; a token that has any of it is refused here.
 */
final class TokenForm {

  /**
   * The end of the year 9999. What is later counts in another unit than seconds, or means never.
   */
  private static final long LATEST = 253_402_300_799L;

  /** With any of them the token is not plainly claims in JSON; the library passes over most. */
  private static final Set<String> NOT_UNDERSTOOD = Set.of("crit", "b64", "cty", "enc", "zip");

  private static final List<String> DATES = List.of("exp", "nbf", "iat");
  private static final List<String> STRINGS = List.of("sub", "iss", "jti");

  private TokenForm() {}

  static void check(SignedJWT token) throws BadToken, ParseException {
    Base64URL[] parts = token.getParsedParts();
    header(object(parts[0]));
    claims(object(parts[1]));
  }

  private static void header(Map<String, Object> header) throws BadToken {
    for (String name : NOT_UNDERSTOOD) {
      require(!header.containsKey(name), "its header has a '" + name + "'");
    }
    require(isStringIfThere(header, "typ"), "its 'typ' is no string");
  }

  private static void claims(Map<String, Object> claims) throws BadToken {
    for (String name : STRINGS) {
      require(isStringIfThere(claims, name), "its '" + name + "' is no string");
    }
    for (String name : DATES) {
      require(
          !claims.containsKey(name) || isDate(claims.get(name)),
          "its '" + name + "' is no time in seconds from 1970 to 9999");
    }
    require(
        !claims.containsKey("aud") || isAudience(claims.get("aud")),
        "its 'aud' names nobody, or not by strings");
  }

  private static boolean isStringIfThere(Map<String, Object> object, String name) {
    return !object.containsKey(name) || object.get(name) instanceof String;
  }

  private static boolean isDate(Object value) {
    return value instanceof Number date && date.doubleValue() >= 0 && date.doubleValue() <= LATEST;
  }

  private static boolean isAudience(Object value) {
    return value instanceof String
        || value instanceof List<?> several
            && !several.isEmpty()
            && several.stream().allMatch(String.class::isInstance);
  }

  private static Map<String, Object> object(Base64URL part) throws BadToken, ParseException {
    try {
      return JSONObjectUtils.parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(part.decode())).toString());
    } catch (CharacterCodingException otherBytes) {
      throw new BadToken("it is not all UTF-8");
    }
  }

  private static void require(boolean holds, String otherwise) throws BadToken {
    if (!holds) {
      throw new BadToken(otherwise);
    }
  }
}
