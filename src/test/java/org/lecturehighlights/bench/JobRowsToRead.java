package org.lecturehighlights.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.lecturehighlights.platform.database.ThrowawayPostgres;

/** Fills the table of jobs by the thousand. */
final class JobRowsToRead {
  private JobRowsToRead() {}

  /**
   * Jobs named {@code PREFIX-1} and so on, the newest last, of which two in a hundred failed and
   * one in a thousand runs.
   *
   * @param owners how many share them, named {@code PREFIX-owner-0} and so on
   */
  static void insert(String jdbcUrl, String prefix, int jobs, int owners) throws SQLException {
    String sql =
        """
        insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status,
                          video_duration, progress_percent, owner, created_at, updated_at)
        select '%1$s-' || n, 'Lecture ' || n || '.mp4', 1000000, 'video/mp4',
               'uploads/%1$s-' || n || '/original.mp4',
               case when n %% 1000 = 7 then 'running' when n %% 50 = 1 then 'failed'
                    else 'completed' end,
               5400, 100, '%1$s-owner-' || n %% %3$d,
               timestamptz '2026-01-01' + n * interval '1 second',
               timestamptz '2026-01-01' + n * interval '1 second'
        from generate_series(1, %2$d) n
        """;
    execute(jdbcUrl, String.format(Locale.ROOT, sql, prefix, jobs, owners));
  }

  /** Makes all jobs of a prefix ones that are at work. */
  static void run(String jdbcUrl, String prefix) throws SQLException {
    execute(
        jdbcUrl,
        """
        update jobs set status = 'running', current_stage = 'compilation', progress_percent = 40,
                        progress_message = 'Rendering clip 2 of 5'
         where job_id like '%s-%%'
        """
            .formatted(prefix));
  }

  /** Makes all jobs of a prefix completed ones, with four clips each. */
  static void complete(String jdbcUrl, String prefix) throws SQLException {
    execute(
        jdbcUrl,
        """
        update jobs set status = 'completed' where job_id like '%1$s-%%';
        insert into clips (clip_id, job_id, title, start_time, end_time, duration, s3_key,
                           thumbnail_s3_key, clip_order, created_at)
        select job_id || '-clip-' || n, job_id, 'Clip ' || n, n * 100, n * 100 + 40, 40,
               job_id || '/' || n || '.mp4', job_id || '/' || n || '.jpg', n, now()
        from jobs, generate_series(1, 4) n where job_id like '%1$s-%%'
        """
            .formatted(prefix));
  }

  /** What autovacuum does after such a change, at once. */
  static void settle(String jdbcUrl) throws SQLException {
    execute(jdbcUrl, "vacuum analyze");
    execute(jdbcUrl, "checkpoint");
  }

  private static void execute(String jdbcUrl, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(jdbcUrl, ThrowawayPostgres.USER, "");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
