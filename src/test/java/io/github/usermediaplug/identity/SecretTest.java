package io.github.usermediaplug.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void itMatchesItselfAndNothingElse() {
    Secret secret = Secret.fresh();
    String word = secret.reveal();
    assertTrue(secret.matches(word));
    assertFalse(secret.matches(""));
    assertFalse(secret.matches(word + "A"));
    assertFalse(secret.matches(word.substring(1)));
    assertFalse(secret.matches(Secret.fresh().reveal()));
  }

  @Test
  void itHas192BitsAndDoesNotSayThemByAccident() {
    Secret secret = Secret.fresh();
    assertEquals(192, Base64.getUrlDecoder().decode(secret.reveal()).length * 8);
    assertFalse(("" + secret).contains(secret.reveal()));
  }

  /** What no run can show: where the bits are from, and how they are compared. */
  @Test
  void itsBitsAreFromTheSecureSourceAndItIsComparedInConstantTime() {
    JavaClass secret = new ClassFileImporter().importClass(Secret.class);
    assertTrue(
        secret.getMethod("fresh").getMethodCallsFromSelf().stream()
            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(SecureRandom.class)));
    assertTrue(
        secret.getMethod("matches", String.class).getMethodCallsFromSelf().stream()
            .anyMatch(
                call ->
                    call.getTargetOwner().isEquivalentTo(MessageDigest.class)
                        && call.getName().equals("isEqual")));
  }
}
