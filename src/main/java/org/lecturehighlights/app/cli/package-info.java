/** The commands of the command line, their progress bar and {@code highlights.json}. */
@NullMarked
package org.lecturehighlights.app.cli;

import org.jspecify.annotations.NullMarked;
