/** The history of a job: its progress events, which are streamed, and its audit log. */
@NullMarked
package org.lecturehighlights.service.job.history;

import org.jspecify.annotations.NullMarked;
