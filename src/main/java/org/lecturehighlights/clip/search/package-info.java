/**
 * Search in what was said, over all lectures of the caller. Here, since a hit is a result that is
 * read over HTTP like the others: it needs the caller's jobs and clips, which the room {@code
 * transcript} may not know. Its one query reads the tables of three rooms, because rank, owner and
 * page must be decided where the index is. Imports {@code clip.own}, {@code job}, {@code
 * transcript}, {@code security} and {@code problem}.
 */
@NullMarked
package org.lecturehighlights.clip.search;

import org.jspecify.annotations.NullMarked;
