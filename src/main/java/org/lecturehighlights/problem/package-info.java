/**
 * What can go wrong, as one closed table, and the one mapper of it to {@code
 * application/problem+json}. Imports no other room; every room may import it.
 */
@NullMarked
package org.lecturehighlights.problem;

import org.jspecify.annotations.NullMarked;
