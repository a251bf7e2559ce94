package org.lecturehighlights.service.job.stream;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes job events as the engine does. */
@ApplicationScoped
class JobEvents {
  private final DataSource database;

  JobEvents(DataSource database) {
    this.database = database;
  }

  /** Writes a progress event with this percentage; returns the event's id. */
  long progress(String jobId, int percent) {
    return insert(
        jobId,
        "progress",
        """
        {"type": "progress", "job_id": "%s", "timestamp": "2026-03-01T10:00:00Z",
         "progress": {"stage": "compilation", "percent": %d, "message": "Compilation",
                      "eta_seconds": 7}}
        """
            .formatted(jobId, percent));
  }

  /** Writes the event of a completed job; returns the event's id. */
  long complete(String jobId) {
    return insert(
        jobId,
        "complete",
        "{\"type\": \"complete\", \"job_id\": \"%s\", \"timestamp\": \"2026-03-01T10:00:00Z\"}"
            .formatted(jobId));
  }

  private long insert(String jobId, String type, String payload) {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into job_event (job_id, type, payload, created_at)
                values (?, ?, ?::jsonb, now()) returning id
                """)) {
      statement.setString(1, jobId);
      statement.setString(2, type);
      statement.setString(3, payload);
      var row = statement.executeQuery();
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the event cannot be written", e);
    }
  }
}
