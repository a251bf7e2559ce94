/** Tests of the adoption of databases in every state in which the legacy service may leave them. */
@NullMarked
package org.lecturehighlights.platform.database.adopt;

import org.jspecify.annotations.NullMarked;
