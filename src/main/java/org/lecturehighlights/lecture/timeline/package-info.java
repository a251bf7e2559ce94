/**
 * Lecture time: the one unit in which every analysis speaks. A leaf: imports no other room, every
 * room may import it, and so the check by which long computations end early is here, too.
 */
@NullMarked
package org.lecturehighlights.lecture.timeline;

import org.jspecify.annotations.NullMarked;
