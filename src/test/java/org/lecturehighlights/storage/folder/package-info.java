/** Tests of the storage in a folder. */
@NullMarked
package org.lecturehighlights.storage.folder;

import org.jspecify.annotations.NullMarked;
