/** The filters and sort orders of the list of jobs, and the cursors of its pages. */
@NullMarked
package org.lecturehighlights.service.job.list;

import org.jspecify.annotations.NullMarked;
