/** Tests of starts, single or many at once, on databases in every state. */
@NullMarked
package org.lecturehighlights.platform.database.boot;

import org.jspecify.annotations.NullMarked;
