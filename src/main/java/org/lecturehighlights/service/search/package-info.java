/**
 * Search in what was said, over all lectures of the caller. Its one query reads the tables of three
 * rooms, because rank, owner and page must be decided where the index is.
 */
@NullMarked
package org.lecturehighlights.service.search;

import org.jspecify.annotations.NullMarked;
