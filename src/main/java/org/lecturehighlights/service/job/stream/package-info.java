/**
 * Live events of jobs: one query serves all streams of this process, whether they are server-sent
 * events or WebSockets.
 */
@NullMarked
package org.lecturehighlights.service.job.stream;

import org.jspecify.annotations.NullMarked;
