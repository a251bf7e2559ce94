/** Jobs over HTTP: single jobs, lists and the stream of progress. */
@NullMarked
package org.lecturehighlights.service.job.rest;

import org.jspecify.annotations.NullMarked;
