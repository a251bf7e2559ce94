package org.lecturehighlights.service.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.lecturehighlights.platform.runtime.PlainJson;
import org.lecturehighlights.platform.security.Caller;
import org.lecturehighlights.platform.security.Callers;
import org.lecturehighlights.service.job.list.JobCursor;
import org.lecturehighlights.service.job.list.JobOrder;
import org.lecturehighlights.service.job.list.JobQuery;

/**
 * Lists the caller's jobs. Uses hand-written SQL because PostgreSQL can only scan the index in
 * order, however many jobs there are, if the condition names nothing but the owner.
 */
@ApplicationScoped
public class JobListService {
  /**
   * Up to this many jobs the total is counted; beyond, it is estimated from PostgreSQL's
   * statistics.
   */
  static final int MAX_COUNTED = 1_000;

  /** Looked up lazily, because commands that use no database have no session factory. */
  private final Instance<SessionFactory> sessions;

  private final Callers callers;

  JobListService(Instance<SessionFactory> sessions, Callers callers) {
    this.sessions = sessions;
    this.callers = callers;
  }

  /**
   * A page.
   *
   * @param total number of jobs on all pages
   * @param totalIsEstimated whether there were too many jobs to count
   * @param next the start of the next page, if there is one
   */
  public record Page(
      List<Job> jobs, long total, boolean totalIsEstimated, Optional<JobCursor> next) {
    public Page {
      jobs = List.copyOf(jobs);
    }
  }

  private record Conditions(String clause, Map<String, Object> parameters) {
    <T> NativeQuery<T> on(NativeQuery<T> query) {
      parameters.forEach(query::setParameter);
      return query;
    }
  }

  /**
   * Without a transaction: page and total need not be consistent, and a commit would cost a round
   * trip.
   */
  public Page list(JobQuery query) {
    return sessions.get().fromStatelessSession(session -> list(session, query));
  }

  private Page list(StatelessSession session, JobQuery query) {
    Conditions all = conditions(query);
    Conditions here = query.cursor().map(cursor -> after(all, cursor)).orElse(all);
    String sql = "select * from jobs " + here.clause() + " " + query.order().clause();
    List<JobRow> rows =
        new ArrayList<>(
            here.on(session.createNativeQuery(sql, JobRow.ROW, JobRow.class))
                .setFirstResult(query.offset())
                .setMaxResults(query.limit() + 1)
                .setReadOnly(true)
                .getResultList());
    Optional<JobCursor> next = Optional.empty();
    if (rows.size() > query.limit()) {
      rows.removeLast();
      next = Optional.of(cursor(query.order(), rows.getLast()));
    }
    long counted = count(session, all, query.exactTotal() ? Integer.MAX_VALUE : MAX_COUNTED + 1);
    boolean estimated = !query.exactTotal() && counted > MAX_COUNTED;
    long total = estimated ? Math.max(counted, estimate(session, all)) : counted;
    return new Page(rows.stream().map(JobRows::details).toList(), total, estimated, next);
  }

  private Conditions conditions(JobQuery query) {
    Caller caller = callers.current();
    List<String> clauses = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (!caller.seesAll()) {
      clauses.add("owner = :owner");
      parameters.put("owner", caller.owner());
    }
    query
        .filter()
        .conditions()
        .forEach((clause, values) -> {
          clauses.add(clause);
          parameters.putAll(values);
        });
    return new Conditions(
        clauses.isEmpty() ? "where true" : "where " + String.join(" and ", clauses), parameters);
  }

  private static Conditions after(Conditions all, JobCursor cursor) {
    Map<String, Object> parameters = new HashMap<>(all.parameters());
    parameters.put("after_value", cursor.sqlValue());
    parameters.put("after_id", cursor.id());
    return new Conditions(all.clause() + " and " + cursor.order().after(), parameters);
  }

  private static JobCursor cursor(JobOrder order, JobRow job) {
    boolean byUpdate = order == JobOrder.UPDATED_AT || order == JobOrder.UPDATED_AT_DOWN;
    return JobCursor.after(order, byUpdate ? job.updatedAt : job.createdAt, job.filename, job.id);
  }

  private static long count(StatelessSession session, Conditions conditions, int most) {
    String sql =
        "select count(*) from (select 1 from jobs %s limit %d) found"
            .formatted(conditions.clause(), most);
    return ((Number) conditions.on(session.createNativeQuery(sql)).getSingleResult()).longValue();
  }

  /** The planner's estimate; off by a few percent, as long as the tables are analysed. */
  private static long estimate(StatelessSession session, Conditions conditions) {
    String sql = "explain (format json) select 1 from jobs " + conditions.clause();
    Object plan = conditions.on(session.createNativeQuery(sql)).getSingleResult();
    return PlainJson.parse(plan.toString()).at("/0/Plan/Plan Rows").asLong();
  }
}
