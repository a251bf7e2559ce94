package org.lecturehighlights.service.job;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a setting that forms and resumable uploads offer as a field of its own, beside the JSON of
 * all settings. The field is called like the member in JSON, and the member's constraints are its
 * bounds; uploads, their fingerprints and the OpenAPI document go through the marked members in
 * their order.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface FormField {}
