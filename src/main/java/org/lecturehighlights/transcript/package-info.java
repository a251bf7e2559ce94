/**
 * What was said and when: from {@code captions} or from a {@code speech} endpoint; here are the
 * records and their table. Imports {@code media}, {@code problem} and {@code timeline}.
 */
@NullMarked
package org.lecturehighlights.transcript;

import org.jspecify.annotations.NullMarked;
