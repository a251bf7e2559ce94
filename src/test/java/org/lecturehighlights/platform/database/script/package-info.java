/** Tests of reading migration scripts and their index. */
@NullMarked
package org.lecturehighlights.platform.database.script;

import org.jspecify.annotations.NullMarked;
