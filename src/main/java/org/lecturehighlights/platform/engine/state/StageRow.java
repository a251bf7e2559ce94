package org.lecturehighlights.platform.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.lecturehighlights.platform.engine.StageState;
import org.lecturehighlights.platform.problem.Problem;

/** A row of {@code stage_run}. */
@Entity
@Table(name = "stage_run")
@IdClass(StageRowId.class)
@NullUnmarked
class StageRow extends PanacheEntityBase {
  @Id
  @Column(name = "job_id", nullable = false, length = 100)
  String jobId;

  @Id
  @Column(nullable = false, length = 50)
  String stage;

  @Column(nullable = false, length = 20)
  String lane;

  /** Position in the graph's order. */
  @Column(nullable = false)
  int place;

  @Column(nullable = false, length = 20)
  String status;

  /** How often the stage was opened again by a retry of its work; earlier deliveries are void. */
  @Column(name = "opening", nullable = false)
  int generation;

  /** The fence: only the attempt that this number names may commit. */
  @Column(nullable = false)
  int attempt;

  @Column(nullable = false)
  int failures;

  @Column(nullable = false)
  int crashes;

  @Column(name = "deps_left", nullable = false)
  int depsLeft;

  @Column(nullable = false)
  double weight;

  @Column(nullable = false)
  double progress;

  @JdbcTypeCode(SqlTypes.JSON)
  JsonNode manifest;

  @Column(length = 200)
  String worker;

  @Column(name = "error_code", length = 60)
  String errorCode;

  @Column(name = "error_message", columnDefinition = "text")
  String errorMessage;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "ended_at")
  Instant endedAt;

  static List<StageRow> ofWork(String jobId) {
    return list("jobId = ?1 order by place", jobId);
  }

  static Optional<StageRow> of(String jobId, String stage) {
    return findByIdOptional(new StageRowId(jobId, stage));
  }

  StageStatus status() {
    return StageStatus.valueOf(status.toUpperCase(Locale.ROOT));
  }

  void become(StageStatus next) {
    status = next.code();
  }

  /** Begins anew; the fence goes on, so that no earlier attempt can commit. */
  void reopen() {
    become(StageStatus.WAITING);
    generation++;
    failures = 0;
    crashes = 0;
    progress = 0;
    errorCode = null;
    errorMessage = null;
    startedAt = null;
    endedAt = null;
    worker = null;
  }

  StageState state() {
    return new StageState(
        stage,
        status().code(),
        attempt,
        progress,
        Optional.ofNullable(startedAt),
        Optional.ofNullable(endedAt),
        Optional.ofNullable(errorCode),
        Optional.ofNullable(errorMessage));
  }

  void end(StageStatus how, Instant now) {
    become(how);
    endedAt = now;
    worker = null;
  }

  void endBadly(StageStatus how, Problem problem, Instant now) {
    end(how, now);
    errorCode = problem.kind().name();
    errorMessage = problem.detail();
  }
}
