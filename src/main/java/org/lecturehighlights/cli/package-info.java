/**
 * The verbs of the command line, their progress bar and {@code highlights.json}. Imports {@code
 * pipeline}, {@code database}, the analysis rooms, {@code highlight}, {@code media}, {@code
 * problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.cli;

import org.jspecify.annotations.NullMarked;
