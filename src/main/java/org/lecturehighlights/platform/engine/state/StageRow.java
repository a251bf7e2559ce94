package org.lecturehighlights.platform.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.engine.StageDefinition;
import org.lecturehighlights.platform.engine.StageState;

/** A row of {@code stage_run}. */
@Entity
@Table(name = "stage_run")
@IdClass(StageRowId.class)
class StageRow extends AttemptRow {
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

  /** How often the stage was opened again; earlier deliveries no longer count. */
  @Column(name = "opening", nullable = false)
  int generation;

  /** Written only for pods of earlier versions, which count it down. */
  @Column(name = "deps_left", nullable = false)
  int depsLeft;

  @Column(nullable = false)
  double weight;

  @Column(nullable = false)
  double progress;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable JsonNode manifest;

  static List<StageRow> ofJob(String jobId) {
    return list("jobId = ?1 order by place", jobId);
  }

  static Optional<StageRow> of(String jobId, String stage) {
    return findByIdOptional(new StageRowId(jobId, stage));
  }

  static StageRow waiting(String jobId, StageDefinition definition) {
    StageRow row = new StageRow();
    row.jobId = jobId;
    row.stage = definition.name();
    row.lane = definition.lane().code();
    row.weight = definition.weight();
    row.become(StageStatus.WAITING);
    return row;
  }

  StageStatus status() {
    return StageStatus.valueOf(statusCode().toUpperCase(Locale.ROOT));
  }

  void become(StageStatus next) {
    become(next.code());
  }

  /** Lets the stage wait again, from the beginning. */
  void reopen() {
    startOver();
    progress = 0;
    holdBack();
  }

  /** Lets the stage wait again; its delivery no longer counts. */
  void holdBack() {
    become(StageStatus.WAITING);
    generation++;
  }

  StageState state() {
    return new StageState(
        stage,
        statusCode(),
        attempt(),
        progress,
        Optional.ofNullable(startedAt()),
        Optional.ofNullable(endedAt()),
        Optional.ofNullable(errorCode()),
        Optional.ofNullable(errorMessage()));
  }

  void end(StageStatus how, Instant now) {
    end(how.code(), now);
  }
}
