/** The results of completed jobs over HTTP, for their owners. */
@NullMarked
package org.lecturehighlights.service.result;

import org.jspecify.annotations.NullMarked;
