/**
 * What happens to jobs while somebody watches: one look at the database serves all streams of this
 * process, whether they are server-sent events or WebSockets.
 */
@NullMarked
package org.lecturehighlights.service.job.stream;

import org.jspecify.annotations.NullMarked;
