package org.lecturehighlights.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.lecturehighlights.platform.database.ThrowawayPostgres;

/** Inserts thousands of jobs. */
final class JobRowsToRead {
  private JobRowsToRead() {}

  /**
   * Inserts jobs with ids {@code PREFIX-1} and so on, the newest last; 2 % of them have failed and
   * 0.1 % are running.
   *
   * @param owners the number of owners among whom they are divided, named {@code PREFIX-owner-0}
   *     and so on
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

  /** Sets all jobs with a prefix to running. */
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

  /** Sets all jobs with a prefix to completed and gives each four clips. */
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

  /** Does at once what autovacuum would do after such changes. */
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
