/**
 * Lecture time, the time unit of all analyses. Imports no other room; every room from {@code
 * lecture} upwards may import it.
 */
@NullMarked
package org.lecturehighlights.lecture.timeline;

import org.jspecify.annotations.NullMarked;
