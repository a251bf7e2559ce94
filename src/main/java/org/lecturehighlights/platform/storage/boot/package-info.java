/** Chooses the storage by configuration and says whether it can be used. */
@NullMarked
package org.lecturehighlights.platform.storage.boot;

import org.jspecify.annotations.NullMarked;
