package org.lecturehighlights.service.search;

import java.util.Optional;

/**
 * One page of a search.
 *
 * @param language the language of the typed words as an ISO 639-1 code, for stemming
 * @param job the only job to search in
 */
record SearchQuery(
    TypedText typed, String language, Optional<String> job, int limit, SearchCursor behind) {}
