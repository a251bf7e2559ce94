/** Tests of the choice of a storage. */
@NullMarked
package org.lecturehighlights.platform.storage.boot;

import org.jspecify.annotations.NullMarked;
