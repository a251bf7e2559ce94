package org.lecturehighlights.service.search;

import java.util.Optional;

/**
 * One page of a search.
 *
 * @param language of the typed words, as ISO 639-1 names it, for their inflections
 * @param job the only one to search in
 */
record SearchQuery(
    TypedText typed, String language, Optional<String> job, int limit, SearchCursor behind) {}
