package io.github.usermediaplug.config;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what comes with a plug point, one bean for each value of the setting that chooses. Such a
 * bean is not by itself the application's: it lacks {@code @Default}, so that a host's alternative,
 * or the one that is configured, is the only one injected. Only the chosen one is made.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BuiltIn {

  /** The setting's value that chooses it. */
  String value();

  /** To ask for one by the configured value. */
  final class Chosen extends AnnotationLiteral<BuiltIn> implements BuiltIn {

    private static final long serialVersionUID = 1L;

    private final String value;

    /** The one of this value. */
    public Chosen(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }
}
