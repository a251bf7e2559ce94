@NullMarked
package org.lecturehighlights.job;

import org.jspecify.annotations.NullMarked;
