/** Objects as files of a folder. Imports {@code storage} and {@code problem}. */
@NullMarked
package org.lecturehighlights.storage.folder;

import org.jspecify.annotations.NullMarked;
