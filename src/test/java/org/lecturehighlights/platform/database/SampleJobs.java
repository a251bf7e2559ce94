package org.lecturehighlights.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes minimal jobs for tests of what belongs to a job. */
@ApplicationScoped
public class SampleJobs {
  private final DataSource database;

  SampleJobs(DataSource database) {
    this.database = database;
  }

  /** Writes a completed job without an owner and returns its id. */
  public String completed() {
    return insert("completed");
  }

  /** Writes a job in this state without an owner and returns its id. */
  public String insert(String status) {
    String jobId = "job_" + UUID.randomUUID();
    execute(
        """
        insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status,
                          video_duration, created_at, updated_at, completed_at)
        values (?, 'Databases & SQL.mp4', 10, 'video/mp4', 'uploads/' || ?::text || '/original.mp4',
                ?, 60.5, '2026-03-01T10:00:00Z', '2026-03-01T10:05:00Z', '2026-03-01T10:05:00Z')
        """,
        jobId,
        jobId,
        status);
    return jobId;
  }

  /** Runs a statement with parameters. */
  public void execute(String sql, Object... parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("a test's row cannot be written", e);
    }
  }
}
