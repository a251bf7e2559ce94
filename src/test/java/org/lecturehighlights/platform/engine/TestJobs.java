package org.lecturehighlights.platform.engine;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.NewJob;
import org.lecturehighlights.service.job.ProcessingConfig;

/** Real jobs without a lecture for tests of the engine, and what the tables say about them. */
@ApplicationScoped
public class TestJobs {
  private final JobService jobs;
  private final AgroalDataSource database;

  TestJobs(JobService jobs, AgroalDataSource database) {
    this.jobs = jobs;
    this.database = database;
  }

  /** A job that is not submitted. */
  public String pending() {
    return jobs.create(order(JobIds.next())).jobId();
  }

  public String submitted() {
    return submit(JobIds.next());
  }

  public String submit(String jobId) {
    return jobs.createAndSubmit(order(jobId), 60).jobId();
  }

  public Job job(String jobId) {
    return jobs.get(jobId);
  }

  /** Submits within a transaction that is rolled back. */
  public void submitAndRollBack(String jobId) {
    QuarkusTransaction.begin();
    jobs.createAndSubmit(order(jobId), 60);
    QuarkusTransaction.rollback();
  }

  private static NewJob order(String jobId) {
    return new NewJob(
        jobId,
        "lecture.mp4",
        1,
        "video/mp4",
        jobId + "/upload/original.mp4",
        Optional.empty(),
        ProcessingConfig.DEFAULT);
  }

  /** {@code stage=status} of each stage of a job. */
  public TreeMap<String, String> stages(String jobId) {
    TreeMap<String, String> stages = new TreeMap<>();
    rows("select stage || '=' || status from stage_run where job_id = ?", jobId)
        .forEach(row -> stages.put(row.split("=")[0], row.split("=")[1]));
    return stages;
  }

  /** The stages that are in a lane's table, sorted. */
  public List<String> due(String jobId) {
    List<String> due = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      due.addAll(due(jobId, lane));
    }
    return due.stream().sorted().toList();
  }

  /** The stages that are in this lane's table, with their generation. */
  public List<String> due(String jobId, Lane lane) {
    return rows(
        "select split_part(task_instance, '/', 2) from "
            + lane.tableName()
            + " where task_instance like ? || '/%'",
        jobId);
  }

  /** What pods of earlier versions count down: how many needs of the stage are not done. */
  public int depsLeft(String jobId, String stage) {
    return rows("select stage || '=' || deps_left from stage_run where job_id = ?", jobId).stream()
        .filter(row -> row.startsWith(stage + "="))
        .mapToInt(row -> Integer.parseInt(row.split("=")[1]))
        .findFirst()
        .orElseThrow();
  }

  /** The percentages that were reported, in order. */
  public List<Double> percents(String jobId) {
    return rows(
            "select payload -> 'progress' ->> 'percent' from job_event where job_id = ? and"
                + " payload -> 'progress' ->> 'percent' is not null order by id",
            jobId)
        .stream()
        .map(Double::valueOf)
        .toList();
  }

  /** {@code stage status} of each line of the audit log, in order. */
  public List<String> log(String jobId) {
    return rows(
        "select stage || ' ' || status from processing_logs where job_id = ? order by id", jobId);
  }

  private List<String> rows(String sql, String jobId) {
    List<String> rows = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, jobId);
      try (var found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the tables cannot be read", e);
    }
    return rows;
  }
}
