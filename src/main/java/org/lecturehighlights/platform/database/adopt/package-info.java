/** Takes over a database that the legacy service made. */
@NullMarked
package org.lecturehighlights.platform.database.adopt;

import org.jspecify.annotations.NullMarked;
