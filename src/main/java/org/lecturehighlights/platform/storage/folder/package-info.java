/** Objects as files of a folder. */
@NullMarked
package org.lecturehighlights.platform.storage.folder;

import org.jspecify.annotations.NullMarked;
