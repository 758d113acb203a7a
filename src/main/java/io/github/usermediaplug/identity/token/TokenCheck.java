package io.github.usermediaplug.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One key, one algorithm, and what a token must say (RFC 7519, RFC 8725). Safe for threads: nothing
 * changes after it was made.
 */
final class TokenCheck {

  /** Many times what a user's token takes; a longer one is not even parsed. */
  static final int MAX_LENGTH = 8 << 10;

  /** RFC 7515, section 3.1. The library's parser would pass over what is no base 64. */
  private static final Pattern SIGNED =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  private TokenCheck(
      JWSAlgorithm algorithm,
      java.security.Key key,
      DefaultJWTClaimsVerifier<SecurityContext> rules) {
    // The algorithm is the configured one whatever a token's header says: no "none", and no public
    // key taken for a secret.
    processor.setJWSKeySelector(new SingleKeyJWSKeySelector<>(algorithm, key));
    processor.setJWTClaimsSetVerifier(rules);
  }

  static TokenCheck configured(Configuration configuration) {
    JWTClaimsSet.Builder exactly = new JWTClaimsSet.Builder();
    configuration.get(Key.TOKEN_ISSUER).ifPresent(exactly::issuer);
    DefaultJWTClaimsVerifier<SecurityContext> rules =
        new DefaultJWTClaimsVerifier<>(
            audience(configuration.get(Key.TOKEN_AUDIENCE)),
            exactly.build(),
            Set.of("sub", "exp"),
            Set.of());
    rules.setMaxClockSkew((int) configuration.get(Key.TOKEN_SKEW).toSeconds());
    return new TokenCheck(
        JWSAlgorithm.parse(configuration.get(Key.TOKEN_ALGORITHM)),
        TokenKey.configured(configuration),
        rules);
  }

  void proves(String user, Optional<String> token) throws BadToken {
    JWTClaimsSet claims = claims(token.orElseThrow(() -> new BadToken("there is none")));
    if (!user.equals(claims.getSubject())) {
      throw new BadToken("it is good, and its subject is somebody else");
    }
  }

  private JWTClaimsSet claims(String token) throws BadToken {
    if (token.length() > MAX_LENGTH) {
      throw new BadToken("it is longer than " + MAX_LENGTH + " characters");
    }
    if (!SIGNED.matcher(token).matches()) {
      throw new BadToken("it is no signed token");
    }
    try {
      SignedJWT parsed = SignedJWT.parse(token);
      JWTClaimsSet claims = processor.process(parsed, null);
      TokenForm.check(parsed);
      return claims;
    } catch (BadJWTException claims) {
      // Only of tokens whose signature is good, so of the issuer's own making.
      throw new BadToken(claims.getMessage().replaceAll("\\p{Cntrl}", " "));
    } catch (BadJOSEException | JOSEException signature) {
      throw new BadToken("its algorithm, type or signature is not the configured one");
    } catch (ParseException | RuntimeException form) {
      // A parser's message may quote what it was given.
      throw new BadToken("it cannot be read");
    }
  }

  /** Where no audience is configured a token must be for nobody in particular (RFC 7519, 4.1.3). */
  private static Set<String> audience(List<String> configured) {
    Set<String> accepted = new HashSet<>(configured);
    if (accepted.isEmpty()) {
      accepted.add(null);
    }
    return accepted;
  }
}
