/**
 * What every process needs and no room owns: its roles, its clock, randomness, waiting, and the
 * work that it repeats.
 */
@NullMarked
package org.lecturehighlights.platform.runtime;

import org.jspecify.annotations.NullMarked;
