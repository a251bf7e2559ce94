package org.lecturehighlights.platform.engine;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lecturehighlights.service.job.JobDetails;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.NewJob;
import org.lecturehighlights.service.job.ProcessingConfig;

/** Works for tests of the engine: real jobs without a lecture, and what the tables say of them. */
@ApplicationScoped
public class Works {
  private final JobService jobs;
  private final AgroalDataSource database;

  Works(JobService jobs, AgroalDataSource database) {
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

  public String submit(String workId) {
    return jobs.createAndSubmit(order(workId), 60).jobId();
  }

  public JobDetails job(String workId) {
    return jobs.get(workId);
  }

  /** Submits within a transaction that is rolled back. */
  public void submitAndRollBack(String workId) {
    QuarkusTransaction.begin();
    jobs.createAndSubmit(order(workId), 60);
    QuarkusTransaction.rollback();
  }

  private static NewJob order(String workId) {
    return new NewJob(
        workId,
        "lecture.mp4",
        1,
        "video/mp4",
        workId + "/upload/original.mp4",
        Optional.empty(),
        ProcessingConfig.DEFAULT);
  }

  /** {@code stage=status} of each stage of a work. */
  public TreeMap<String, String> stages(String workId) {
    TreeMap<String, String> stages = new TreeMap<>();
    rows("select stage || '=' || status from stage_run where job_id = ?", workId)
        .forEach(row -> stages.put(row.split("=")[0], row.split("=")[1]));
    return stages;
  }

  /** The stages that are in a lane's table, sorted. */
  public List<String> due(String workId) {
    List<String> due = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      due.addAll(
          rows(
              "select split_part(task_instance, '/', 2) from "
                  + lane.tableName()
                  + " where task_instance like ? || '/%'",
              workId));
    }
    return due.stream().sorted().toList();
  }

  /** The percentages that were told, in order. */
  public List<Double> percents(String workId) {
    return rows(
            "select payload -> 'progress' ->> 'percent' from job_event where job_id = ? and"
                + " payload -> 'progress' ->> 'percent' is not null order by id",
            workId)
        .stream()
        .map(Double::valueOf)
        .toList();
  }

  /** {@code stage status} of each line of the audit log, in order. */
  public List<String> log(String workId) {
    return rows(
        "select stage || ' ' || status from processing_logs where job_id = ? order by id", workId);
  }

  private List<String> rows(String sql, String workId) {
    List<String> rows = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, workId);
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
