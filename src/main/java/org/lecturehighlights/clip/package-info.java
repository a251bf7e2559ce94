/**
 * The results of a job: its clips, their files and links, and the read side of every analysis.
 * Imports {@code job}, {@code engine}, {@code storage}, {@code silence}, {@code layout}, {@code
 * transcript}, {@code content}, {@code highlight}, {@code security}, {@code problem} and {@code
 * timeline}.
 */
@NullMarked
package org.lecturehighlights.clip;

import org.jspecify.annotations.NullMarked;
