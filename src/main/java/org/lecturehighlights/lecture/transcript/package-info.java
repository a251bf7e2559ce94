/**
 * What was said and when: the records, their table, and {@code captions}, which reads and writes
 * caption files.
 */
@NullMarked
package org.lecturehighlights.lecture.transcript;

import org.jspecify.annotations.NullMarked;
