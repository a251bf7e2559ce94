package org.lecturehighlights.platform.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems that a resource method answers besides those that every similar operation answers;
 * on a class, those of all its methods. The OpenAPI document lists them, and the contract test
 * refuses any others.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Problems {
  ProblemKind[] value();
}
