package org.lecturehighlights.service.clip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.lecturehighlights.lecture.content.ContentService;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;

/** Stores and finds the clips of jobs. */
@ApplicationScoped
public class ClipService {
  private final ContentService content;

  /** Looked up lazily, because commands that use no database have no session factory. */
  private final Instance<SessionFactory> sessions;

  ClipService(ContentService content, Instance<SessionFactory> sessions) {
    this.content = content;
    this.sessions = sessions;
  }

  /** Replaces the stored clips of a job. */
  @Transactional
  public void replace(String jobId, List<NewClip> clips) {
    Map<Integer, String> segments = content.namesByOrder(jobId);
    ClipRow.delete("jobId", jobId);
    ClipRow.persist(
        clips.stream()
            .map(clip ->
                ClipRow.of(
                    jobId,
                    clip.clipId(),
                    clip.cut().inSegment(segments.get(clip.cut().segment())),
                    clip.order(),
                    clip.files())));
  }

  /** The clips of a job, in order. */
  @Transactional
  public List<Clip> find(String jobId) {
    return ClipRow.<ClipRow>list(
            "jobId = ?1 order by clipOrder nulls last, cut.startTime, id", jobId)
        .stream()
        .map(ClipRow::read)
        .toList();
  }

  /**
   * The first clip picture of each job that has one. Every read of a job needs it, so this is one
   * statement without a transaction. The jobs are a single array parameter, because Hibernate would
   * plan a query anew for each number of parameters.
   */
  public Map<String, ResultFile> firstPictures(Collection<String> jobIds) {
    String sql =
        """
        select distinct on (job_id) job_id, clip_id, title, thumbnail_s3_key from clips
        where job_id = any (:jobs) and thumbnail_s3_key is not null
        order by job_id, clip_order nulls last, start_time, id
        """;
    List<?> rows =
        sessions
            .get()
            .fromStatelessSession(session ->
                session
                    .createNativeQuery(sql)
                    .setParameter("jobs", jobIds.toArray(String[]::new))
                    .getResultList());
    return rows.stream()
        .map(Object[].class::cast)
        .collect(
            Collectors.toMap(
                row -> (String) row[0],
                row -> ResultFile.thumbnail((String) row[1], (String) row[2], (String) row[3])));
  }

  /** A clip by its id, whoever owns it, freshly read from the database. */
  @Transactional
  public Optional<Clip> findOne(String clipId) {
    // A refresh would fail if another request has deleted the row since it was found.
    found(clipId).ifPresent(ClipRow.getEntityManager()::detach);
    return found(clipId).map(ClipRow::read);
  }

  private static Optional<ClipRow> found(String clipId) {
    return ClipRow.find("clipId", clipId).firstResultOptional();
  }

  /** Changes the title of a clip. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void rename(String clipId, String title) {
    ClipRow row = row(clipId);
    row.cut.title = title;
    row.revision++;
  }

  /** Increases the revision of a clip after a change that is not stored in its row. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void touch(String clipId) {
    row(clipId).revision++;
  }

  /** Replaces the clip's cut and files by the newly rendered ones. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void show(String clipId, PendingEdit wanted, ClipFiles files) {
    ClipRow row = row(clipId);
    if (wanted.runnerUp() == null) {
      row.cut.writeBounds(wanted.cut());
    } else {
      row.cut.write(wanted.cut());
    }
    row.write(files);
    row.revision++;
  }

  /** Adds a clip whose files are yet to be rendered, after the job's other clips. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(String jobId, String clipId, Cut cut) {
    int last =
        find(jobId).stream()
            .map(Clip::order)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(0);
    ClipFiles none =
        new ClipFiles(ClipFiles.prefix(jobId, clipId, 0) + clipId + ".mp4", null, null);
    ClipRow.of(jobId, clipId, cut, last + 1, none).persistAndFlush();
  }

  /** Removes a clip; the clips after it move up. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void remove(String clipId) {
    ClipRow row = row(clipId);
    ClipRow.deleteById(row.id);
    ClipRow.flush();
    // One by one, because the order must be unique at every moment.
    for (Clip later : find(row.jobId)) {
      if (row.clipOrder != null && later.order() != null && later.order() > row.clipOrder) {
        ClipRow.update(
            "clipOrder = clipOrder - 1, revision = revision + 1 where clipId = ?1", later.clipId());
      }
    }
  }

  /** The current row, even if this transaction read an older state before it locked the job. */
  private static ClipRow row(String clipId) {
    ClipRow row =
        found(clipId)
            .orElseThrow(
                () -> Problem.of(ProblemKind.CLIP_NOT_FOUND, "There is no clip " + clipId + "."));
    ClipRow.getEntityManager().refresh(row);
    return row;
  }
}
