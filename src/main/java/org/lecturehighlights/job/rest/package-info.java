/** Jobs over HTTP: representations, lists and the stream of progress. */
@NullMarked
package org.lecturehighlights.job.rest;

import org.jspecify.annotations.NullMarked;
