package org.lecturehighlights.service.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.Query;
import org.lecturehighlights.platform.security.Caller;
import org.lecturehighlights.platform.security.Callers;
import org.lecturehighlights.service.clip.ResultAccess;

/** Searches the transcripts of the caller's completed lectures. */
@ApplicationScoped
class SearchService {
  /** Looked up lazily, because commands that use no database have no entity manager. */
  private final Instance<EntityManager> database;

  private final ResultAccess own;
  private final Callers callers;

  SearchService(Instance<EntityManager> database, ResultAccess own, Callers callers) {
    this.database = database;
    this.own = own;
    this.callers = callers;
  }

  /** A page of hits, the best first. */
  record Page(List<Hit> hits, Optional<SearchCursor> next) {
    Page {
      hits = List.copyOf(hits);
    }
  }

  /** Throws {@code JOB_NOT_FOUND} or {@code JOB_NOT_COMPLETED} if the query names such a job. */
  @Transactional
  Page search(SearchQuery search) {
    search.job().ifPresent(own::completed);
    SearchTerms terms = terms(search);
    Optional<String> wide = terms.wide();
    if (wide.isEmpty()) {
      return new Page(List.of(), Optional.empty());
    }
    List<FoundSegment> found = found(search, wide.get(), terms.exact());
    Optional<SearchCursor> next = Optional.empty();
    if (found.size() > search.limit()) {
      found.removeLast();
      next = Optional.of(found.getLast().cursor());
    }
    Marks marks = new Marks(terms.wanted(), search.typed().unspacedRuns());
    return new Page(found.stream().map(segment -> segment.hit(marks)).toList(), next);
  }

  private SearchTerms terms(SearchQuery search) {
    String stemmer = Stemmer.of(search.language());
    NamedRow terms =
        select(
                """
                select cast(websearch_to_tsquery('simple', :typed) as text) as exact,
                       cast(websearch_to_tsquery(cast(:stemmer as regconfig), :typed) as text)
                           as inflected
                """)
            .setParameter("typed", search.typed().forPostgres())
            .setParameter("stemmer", stemmer)
            .getSingleResult();
    return new SearchTerms(
        terms.get("exact", String.class),
        stemmer.equals(Stemmer.NONE) ? "" : terms.get("inflected", String.class));
  }

  /** The hits of the page, and one more if there is one. */
  private List<FoundSegment> found(SearchQuery search, String wide, String exact) {
    Caller caller = callers.current();
    String conditions =
        (caller.seesAll() ? "" : " and j.owner = :owner")
            + (search.job().isPresent() ? " and t.job_id = :job" : "");
    Query<NamedRow> query =
        select(FoundSegment.sql(conditions))
            .setParameter("wide", wide)
            .setParameter("exact", exact)
            .setParameter("score", -search.behind().score())
            .setParameter("job_row", -search.behind().job())
            .setParameter("segment", search.behind().segment())
            .setParameter("most", search.limit() + 1);
    if (!caller.seesAll()) {
      query.setParameter("owner", caller.owner());
    }
    search.job().ifPresent(job -> query.setParameter("job", job));
    return query
        .getResultStream()
        .map(FoundSegment::of)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Query<NamedRow> select(String sql) {
    return database
        .get()
        .createNativeQuery(sql)
        .unwrap(NativeQuery.class)
        .setTupleTransformer(NamedRow.TRANSFORMER);
  }
}
