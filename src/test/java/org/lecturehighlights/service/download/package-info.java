/** Tests of the files over HTTP. */
@NullMarked
package org.lecturehighlights.service.download;

import org.jspecify.annotations.NullMarked;
