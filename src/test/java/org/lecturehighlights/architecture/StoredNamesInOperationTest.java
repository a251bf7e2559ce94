package org.lecturehighlights.architecture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.storage.StorageResource;

/** Names in the scheduler's tables and in operators' dashboards. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class StoredNamesInOperationTest {
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

  @TempDir static Path directory;

  @Inject StoredRows rows;

  @Test
  void chores_wait_in_the_first_lane_under_these_names() {
    assertThat(
            await()
                .atMost(SmallJobs.PATIENCE)
                .until(
                    () ->
                        rows.texts(
                            "select task_name || ' ' || task_instance from lane_cpu"
                                + " where task_name not in ('stage', 'errand') order by 1"),
                    found -> !found.isEmpty()))
        .containsExactly(
            "expire-uploads recurring",
            "forget-idempotency-keys recurring",
            "forget-rate-limits recurring",
            "forget-webhook-messages recurring",
            "remove-objects recurring");
  }

  @Test
  void metrics_have_these_names_and_labels() throws Exception {
    new SmallJobs(directory).completed(UUID.randomUUID().toString());
    assertThat(
            given()
                .redirects()
                .follow(true)
                .get("/metrics")
                .asString()
                .lines()
                .filter(line -> line.matches("(lecture|disk)_.*"))
                .map(StoredNamesInOperationTest::metric)
                .distinct()
                .sorted())
        .containsExactly(
            "disk_free_bytes folder path",
            "disk_total_bytes folder path",
            "lecture_build_info roles runtime version",
            "lecture_database_up",
            "lecture_ffmpeg_active",
            "lecture_ffmpeg_run_seconds ending purpose",
            "lecture_job_submitted_total",
            "lecture_job_turnaround_seconds status",
            "lecture_jobs status",
            "lecture_lane_due lane",
            "lecture_lane_oldest_wait_seconds lane",
            "lecture_lane_running lane",
            "lecture_lane_threads lane",
            "lecture_stage_problem_total code retried stage",
            "lecture_stage_run_seconds lane outcome stage",
            "lecture_upload_bytes");
  }

  /** The name of a sample without the endings of histograms, and the names of its labels. */
  private static String metric(String sample) {
    Stream<String> labels =
        LABEL.matcher(sample).results().map(label -> label.group(1)).filter(l -> !l.equals("le"));
    return Stream.concat(
            Stream.of(sample.split("[{ ]", 2)[0].replaceFirst("_(bucket|count|sum|max)$", "")),
            labels.sorted())
        .collect(Collectors.joining(" "));
  }
}
