/** The results of a completed job over HTTP, for its owner. */
@NullMarked
package org.lecturehighlights.service.result;

import org.jspecify.annotations.NullMarked;
