/** Tests of the scripts' index and of reading them. */
@NullMarked
package org.lecturehighlights.platform.database.script;

import org.jspecify.annotations.NullMarked;
