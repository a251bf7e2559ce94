/** Tests of the migrations themselves, with rows, upwards and downwards. */
@NullMarked
package org.lecturehighlights.platform.database.migrate;

import org.jspecify.annotations.NullMarked;
