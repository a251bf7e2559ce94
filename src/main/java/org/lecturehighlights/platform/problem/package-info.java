/** What can go wrong, as one closed table with statuses and titles, and warnings about results. */
@NullMarked
package org.lecturehighlights.platform.problem;

import org.jspecify.annotations.NullMarked;
