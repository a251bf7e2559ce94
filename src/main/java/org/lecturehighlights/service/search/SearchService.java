package org.lecturehighlights.service.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.security.Caller;
import org.lecturehighlights.platform.security.Callers;
import org.lecturehighlights.service.clip.ResultAccess;

/** Finds what was said in the completed lectures of the caller. */
@ApplicationScoped
class SearchService {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Of more hits than these not all are ranked, or a search for two letters would take half a
   * minute in a million segments (measured).
   */
  private static final int MOST_RANKED = 10_000;

  /** The expression of the index, to the letter; a test sees that the index is used. */
  static final String INDEXED =
      """
      (setweight(to_tsvector(cast('simple' as regconfig), regexp_replace(left(t.text, 20000),
         '([\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff])', ' \\1 ', 'g')), 'A')
       || setweight(to_tsvector(cast('simple' as regconfig), regexp_replace(coalesce(t.following, ''),
         '([\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff])', ' \\1 ', 'g')), 'B'))
      """;

  /** Who finds a word itself is better off than who finds its beginning, which rank alone hides. */
  private static final String PAGE =
      """
      select t.id, p.job_row, p.score, t.job_id, p.filename, t.segment_id, t.start_time, t.end_time,
             t.text, cast(t.words as text),
             (select c.clip_id from clips c
               where c.job_id = t.job_id
                 and (t.start_time + t.end_time) / 2 between c.start_time and c.end_time
               order by c.clip_order nulls last, c.id limit 1)
        from (select f.* from (
                select t.id, t.job_row, t.filename,
                       cast(ts_rank(v.words, cast(:wide as tsquery))
                            + ts_rank(v.words, cast(:exact as tsquery)) as double precision) as score
                  from (select t.id, t.text, t.following, j.id as job_row, j.filename
                          from transcripts t
                          join jobs j on j.job_id = t.job_id
                         where %1$s @@ cast(:wide as tsquery)
                           and querytree(cast(:wide as tsquery)) not in ('', 'T')
                           and j.status = 'completed'%2$s
                         limit %3$d) t
                  cross join lateral (select %1$s as words offset 0) v) f
               where (-f.score, -f.job_row, f.id) > (:score, :job_row, :segment)
               order by -f.score, -f.job_row, f.id
               limit :most) p
        join transcripts t on t.id = p.id
       order by -p.score, -p.job_row, p.id
      """;

  /** Looked up late, since the verbs without a database have none. */
  private final Instance<EntityManager> database;

  private final ResultAccess own;
  private final Callers callers;

  SearchService(Instance<EntityManager> database, ResultAccess own, Callers callers) {
    this.database = database;
    this.own = own;
    this.callers = callers;
  }

  /** A page, the best first. */
  record Page(List<Hit> hits, Optional<SearchCursor> next) {
    Page {
      hits = List.copyOf(hits);
    }
  }

  /** {@code JOB_NOT_FOUND} and {@code JOB_NOT_COMPLETED} of the one job to search in. */
  @Transactional
  Page search(SearchQuery search) {
    search.job().ifPresent(own::completed);
    SearchTerms terms = terms(search);
    Optional<String> wide = terms.wide();
    if (wide.isEmpty()) {
      return new Page(List.of(), Optional.empty());
    }
    List<Object[]> rows = rows(search, wide.get(), terms.exact());
    Optional<SearchCursor> next = Optional.empty();
    if (rows.size() > search.limit()) {
      rows.removeLast();
      Object[] last = rows.getLast();
      next = Optional.of(new SearchCursor((double) last[2], (int) last[1], (int) last[0]));
    }
    Marks marks = new Marks(terms.wanted(), search.typed().unspacedRuns());
    return new Page(rows.stream().map(row -> hit(row, marks)).toList(), next);
  }

  private SearchTerms terms(SearchQuery search) {
    String stemmer = Stemmer.of(search.language());
    Object[] row =
        (Object[])
            database
                .get()
                .createNativeQuery(
                    """
                    select cast(websearch_to_tsquery('simple', :typed) as text),
                           cast(websearch_to_tsquery(cast(:stemmer as regconfig), :typed) as text)
                    """)
                .setParameter("typed", search.typed().forPostgres())
                .setParameter("stemmer", stemmer)
                .getSingleResult();
    return new SearchTerms((String) row[0], stemmer.equals(Stemmer.NONE) ? "" : (String) row[1]);
  }

  private List<Object[]> rows(SearchQuery search, String wide, String exact) {
    Caller caller = callers.current();
    String conditions =
        (caller.seesAll() ? "" : " and j.owner = :owner")
            + (search.job().isPresent() ? " and t.job_id = :job" : "");
    Query query =
        database
            .get()
            .createNativeQuery(PAGE.formatted(INDEXED, conditions, MOST_RANKED))
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
    List<Object[]> rows = new ArrayList<>();
    query.getResultList().forEach(row -> rows.add((Object[]) row));
    return rows;
  }

  private static Hit hit(Object[] row, Marks marks) {
    double start = (double) row[6];
    return new Hit(
        (String) row[3],
        (String) row[4],
        (String) row[5],
        start,
        (double) row[7],
        firstMatch((String) row[9], marks).orElse(start),
        (String) row[8],
        marks.in((String) row[8]),
        (@Nullable String) row[10],
        (double) row[2]);
  }

  /** When the first of the marked words is said, where the transcript has times of words. */
  private static Optional<Double> firstMatch(String words, Marks marks) {
    try {
      for (JsonNode word : JSON.readTree(words)) {
        if (marks.areIn(word.path("text").asText())) {
          return Optional.of(word.path("start_time").asDouble());
        }
      }
      return Optional.empty();
    } catch (JsonProcessingException foreign) {
      throw new IllegalStateException("a JSON column holds no JSON", foreign);
    }
  }
}
