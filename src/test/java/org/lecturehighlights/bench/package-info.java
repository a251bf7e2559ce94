/**
 * Benches of the packaged application, run by {@code ./mvnw -Pbench verify -Dbench=api}. Each
 * compares with a bare tool or with itself in the same run, since machines differ.
 */
@NullMarked
package org.lecturehighlights.bench;

import org.jspecify.annotations.NullMarked;
