/** What happens to jobs, for whoever counts it; told by CDI events. Imports nothing. */
@NullMarked
package org.lecturehighlights.job.news;

import org.jspecify.annotations.NullMarked;
