/**
 * The stages as pure steps from file to record, which run without database and storage, and what
 * they tell the reader. Imports {@code media}, {@code silence}, {@code layout}, {@code transcript},
 * {@code highlight}, {@code problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.pipeline.step;

import org.jspecify.annotations.NullMarked;
