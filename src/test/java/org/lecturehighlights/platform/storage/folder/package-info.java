/** Tests of the storage in a folder. */
@NullMarked
package org.lecturehighlights.platform.storage.folder;

import org.jspecify.annotations.NullMarked;
