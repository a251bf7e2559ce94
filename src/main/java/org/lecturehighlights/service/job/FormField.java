package org.lecturehighlights.service.job;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a setting that forms and resumable uploads also accept as a separate field, besides the
 * JSON object with all settings. The field has the member's JSON name, and the member's constraints
 * are its bounds. Uploads, their fingerprints and the OpenAPI document iterate over the marked
 * members in declaration order.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormField {}
