/** Tests of the adoption of databases in every state that the predecessor leaves. */
@NullMarked
package org.lecturehighlights.platform.database.adopt;

import org.jspecify.annotations.NullMarked;
