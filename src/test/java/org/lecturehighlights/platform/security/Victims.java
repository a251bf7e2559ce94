package org.lecturehighlights.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.service.clip.SampleResults;

/** Makes jobs of alice's and tells whether anything of them was touched. */
@ApplicationScoped
class Victims {
  private final SampleResults samples;
  private final SampleJobs jobs;
  private final DataSource database;
  private final StorageConfig storage;

  Victims(SampleResults samples, SampleJobs jobs, DataSource database, StorageConfig storage) {
    this.samples = samples;
    this.jobs = jobs;
    this.database = database;
    this.storage = storage;
  }

  /** A job of alice's with every kind of result and file, in this state. */
  Victim make(String state) {
    String job = samples.job();
    String secret = "secret" + UUID.randomUUID().toString().replace("-", "");
    jobs.execute(
        """
        update jobs set owner = 'alice', status = ?, filename = ? || '.mp4',
               completed_at = case when ? in ('completed', 'failed', 'cancelled') then completed_at end,
               created_at = now(), updated_at = now()
         where job_id = ?
        """,
        state,
        secret,
        state,
        job);
    jobs.execute("update transcripts set text = ? where job_id = ?", secret, job);
    jobs.execute("update clips set title = ? where job_id = ?", secret, job);
    jobs.execute("update content_segments set topic = ? where job_id = ?", secret, job);
    jobs.execute(
        """
        insert into webhook (webhook_id, owner, url, secret, events, created_at)
        values ('webhook_' || ?::text, 'alice', 'https://192.0.2.1/' || ?::text, 'whsec_', '[]', now())
        """,
        job,
        secret);
    return new Victim(job, secret);
  }

  /** All rows and files of a job, to compare before and after. */
  List<String> everythingOf(Victim victim) {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (String table : tables(connection)) {
        try (var rows =
            connection.prepareStatement(
                "select to_jsonb(t)::text from %s t where job_id = ? order by 1"
                    .formatted(table))) {
          rows.setString(1, victim.jobId());
          ResultSet row = rows.executeQuery();
          while (row.next()) {
            found.add(table + " " + row.getString(1));
          }
        }
      }
      files(victim).forEach((path, size) -> found.add(path + " " + size));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select table_name from information_schema.columns
                 where table_schema = current_schema() and column_name = 'job_id' order by 1
                """)) {
      List<String> tables = new ArrayList<>();
      while (row.next()) {
        tables.add(row.getString(1));
      }
      return tables;
    }
  }

  private TreeMap<String, Long> files(Victim victim) throws IOException {
    TreeMap<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(Path.of(storage.directory().toString()))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        if (path.toString().contains(victim.jobId())) {
          sizes.put(path.toString(), Files.size(path));
        }
      }
    }
    return sizes;
  }
}
