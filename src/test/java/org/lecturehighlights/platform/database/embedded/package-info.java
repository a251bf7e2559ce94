/** Tests of the embedded database with processes that are really killed. */
@NullMarked
package org.lecturehighlights.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
