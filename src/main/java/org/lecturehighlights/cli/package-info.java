/**
 * The command line: its verbs, and how their errors reach the user. Imports the rooms that a verb
 * runs and {@code problem}.
 */
@NullMarked
package org.lecturehighlights.cli;

import org.jspecify.annotations.NullMarked;
