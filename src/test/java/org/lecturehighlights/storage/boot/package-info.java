/** Tests of the choice of a storage. */
@NullMarked
package org.lecturehighlights.storage.boot;

import org.jspecify.annotations.NullMarked;
