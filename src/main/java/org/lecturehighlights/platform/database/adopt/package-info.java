/** Takes over a database that the predecessor made. */
@NullMarked
package org.lecturehighlights.platform.database.adopt;

import org.jspecify.annotations.NullMarked;
