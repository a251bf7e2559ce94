/**
 * What happens to jobs while somebody watches: one look at the database serves all streams of this
 * process, whether they are server-sent events or WebSockets. Imports {@code job}, its history and
 * {@code security}.
 */
@NullMarked
package org.lecturehighlights.job.stream;

import org.jspecify.annotations.NullMarked;
