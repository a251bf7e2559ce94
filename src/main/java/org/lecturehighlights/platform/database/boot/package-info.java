/** What a start does to the schema, and whether the application is ready for its requests. */
@NullMarked
package org.lecturehighlights.platform.database.boot;

import org.jspecify.annotations.NullMarked;
