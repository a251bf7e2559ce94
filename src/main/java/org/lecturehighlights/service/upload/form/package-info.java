/**
 * Reads forms part by part. Quarkus has a parser of its own, which until 3.33.3 takes part headers
 * without end and keeps every field in memory; from then on {@code @RestForm} could do this again
 * if what all fields of a form may occupy can be limited, too.
 */
@NullMarked
package org.lecturehighlights.service.upload.form;

import org.jspecify.annotations.NullMarked;
