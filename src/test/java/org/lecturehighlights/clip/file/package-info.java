/** Tests of the files over HTTP. */
@NullMarked
package org.lecturehighlights.clip.file;

import org.jspecify.annotations.NullMarked;
