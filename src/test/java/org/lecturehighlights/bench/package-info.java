/**
 * Benchmarks of the packaged application, run by {@code ./mvnw -Pbench verify -Dbench=api} or
 * {@code -Dbench=abuse}. Each one compares with another tool or with itself in the same run,
 * because machines differ.
 */
@NullMarked
package org.lecturehighlights.bench;

import org.jspecify.annotations.NullMarked;
