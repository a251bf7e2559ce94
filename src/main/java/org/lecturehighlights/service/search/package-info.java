/**
 * Full-text search in the transcripts of all the caller's lectures. Its single query reads tables
 * of three rooms, because ranking, the owner's filter and paging must happen where the index is.
 */
@NullMarked
package org.lecturehighlights.service.search;

import org.jspecify.annotations.NullMarked;
