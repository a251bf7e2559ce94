/** What a list of jobs may be narrowed and sorted by, and where a page of it begins. */
@NullMarked
package org.lecturehighlights.service.job.list;

import org.jspecify.annotations.NullMarked;
