package org.lecturehighlights.architecture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.architecture.StoredJson.comparable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.lecture.highlight.CutJson;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.TestJobs;
import org.lecturehighlights.platform.engine.run.Engine;
import org.lecturehighlights.platform.engine.task.TaskService;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.PendingEdit;
import org.lecturehighlights.service.clip.SampleResults;

/**
 * What the columns hold whose contents no type of the database describes: JSON, codes, instances of
 * the scheduler and fingerprints.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class StoredNamesInTablesTest {
  private static final String WITHOUT_SETTINGS =
      """
      {"filename": "lecture.mp4", "file_size": 1000, "content_type": "video/mp4"}
      """;

  private static final String WITH_EMPTY_SETTINGS =
      """
      {"filename": "lecture.mp4", "file_size": 1000, "content_type": "video/mp4",
       "processing_config": {}}
      """;

  private static final String WITH_SETTINGS =
      """
      {"filename": "Übung 1.mkv", "file_size": 5000000000, "content_type": "video/x-matroska",
       "processing_config": {"prompt": "joins", "resolution": "1080p",
         "processing_mode": "vision", "rate_limit_mode": false, "clip_count": 5,
         "clip_min_seconds": 15, "clip_max_seconds": 90.5}}
      """;

  @Inject StoredRows rows;
  @Inject SampleResults samples;
  @Inject SampleJobs jobs;
  @Inject TestJobs testJobs;
  @Inject Engine engine;
  @Inject TaskService errands;
  @Inject ClipService clips;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          clips            | clip_order = 1    | extra_metadata | {"rank": 3, \
            "edits": [{"start_time": 2, "end_time": 7}, {"start_time": 7.5, "end_time": 28}], \
            "proof": {"first_words": "Let us join", "last_words": "of both.", \
              "silence_before": {"start_time": 1.5, "end_time": 2.25}}, \
            "score_parts": {"slides": 0.25, "words": 0.5}}
          silence_regions  | start_time = 1.5  | silence_type   | "audio_silence"
          content_segments | segment_order = 1 | keywords       | ["inner", "outer"]
          content_segments | segment_order = 1 | concepts       | ["relational model"]
          layout_analysis  | true              | layout_type    | "side_by_side"
          layout_analysis  | true              | screen_region  | {"x": 0, "y": 0, \
            "width": 1440, "height": 1080}
          layout_analysis  | true              | camera_region  | {"x": 1440, "y": 0, \
            "width": 480, "height": 270}
          layout_analysis  | true              | timeline       | [{"start_time": 0, \
            "end_time": 60.5, "layout_type": "side_by_side", \
            "screen_region": {"x": 0, "y": 0, "width": 1440, "height": 1080}, \
            "camera_region": {"x": 1440, "y": 0, "width": 480, "height": 270}}]
          layout_analysis  | true              | screen_changes | [{"time": 12.25, \
            "kind": "new_slide", "changed": 0.5}]
          layout_analysis  | true              | extra_metadata | {"blank_screens": \
            [{"start_time": 58, "end_time": 60}]}
          transcripts      | start_time = 12   | words          | [{"start_time": 12, \
            "end_time": 12.5, "text": "Why?"}]
          transcripts      | start_time = 12   | extra_metadata | {"source": "CAPTION_FILE"}
          """)
  void the_results_of_a_job_are_written_so(
      String table, String row, String column, String expected) {
    String stored =
        rows.text(
            "select to_jsonb(%s) from %s where job_id = ? and %s".formatted(column, table, row),
            samples.job());
    assertThat(comparable(stored)).isEqualTo(comparable(expected));
  }

  @Test
  void a_clip_as_this_version_writes_it_is_read_with_its_cuts_and_its_source() {
    String job = jobs.completed();
    jobs.execute(
        """
        insert into clips (clip_id, job_id, title, topic, importance_score, start_time, end_time,
                           duration, s3_key, clip_order, extra_metadata, created_at)
        values ('clip_of_' || ?::text, ?, 'Joins', 'Tables', 0.75, 2, 28, 25.5, 'clips/1.mp4', 1, '
          {"rank": 3,
           "source": {"frames_per_second": 50.0, "width": 1920, "height": 1080},
           "edited": true,
           "score_parts": {"slides": 0.25, "words": 0.5},
           "edits": [{"start_time": 2.0, "end_time": 7.0}, {"start_time": 7.5, "end_time": 28.0}],
           "proof": {"first_words": "Let us join", "last_words": "of both.",
                     "silence_before": {"start_time": 1.5, "end_time": 2.25},
                     "silence_after": {"start_time": 27.5, "end_time": 29.0}}}', now())
        """,
        job,
        job);
    Clip clip = clips.findOne("clip_of_" + job).orElseThrow();
    assertThat(clip.cut().played()).containsExactly(Span.ofSeconds(2, 7), Span.ofSeconds(7.5, 28));
    assertThat(CutJson.metadata(clip.cut()))
        .containsOnlyKeys("rank", "source", "edited", "score_parts", "edits", "proof");
    // The cut list counts in frames of the source: 50 of them in a second.
    assertThat(given().get("/api/v1/jobs/" + job + "/cuts.edl").asString())
        .contains("00:00:07:25 00:00:28:00");
  }

  @Test
  void a_stage_waits_in_the_table_of_its_lane_under_its_job() {
    String work = "job_" + UUID.randomUUID();
    QuarkusTransaction.begin();
    try {
      testJobs.submit(work);
      assertThat(queued("cpu", work)).containsExactly("stage " + work + "/initializing");
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  @Test
  void a_stage_that_is_opened_again_carries_the_number_of_its_opening() {
    String work = jobs.insert("failed");
    jobs.execute(
        """
        insert into stage_run (job_id, stage, place, lane, status, opening, deps_left, weight)
        values (?, 'initializing', 0, 'cpu', 'done', 1, 0, 1),
               (?, 'silence_detection', 1, 'cpu', 'done', 1, 0, 1),
               (?, 'transcription', 2, 'transcribe', 'failed', 1, 0, 1),
               (?, 'layout_analysis', 3, 'cpu', 'cancelled', 1, 0, 1)
        """,
        work,
        work,
        work,
        work);
    QuarkusTransaction.begin();
    try {
      engine.retry(work);
      assertThat(queued("transcribe", work)).containsExactly("stage " + work + "/transcription#2");
      assertThat(queued("cpu", work)).containsExactly("stage " + work + "/layout_analysis#2");
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  @Test
  void an_errand_waits_under_its_clip_and_revision() {
    String job = jobs.completed();
    String clip = "clip_of_" + job;
    JsonNode wish = JsonNodeFactory.instance.objectNode();
    QuarkusTransaction.begin();
    try {
      errands.lock(job);
      errands.submit(job, clip, PendingEdit.KIND, Lane.RENDER, wish);
      errands.submit(job, clip, PendingEdit.KIND, Lane.RENDER, wish);
      assertThat(queued("render", clip))
          .containsExactly("errand " + clip + "/1", "errand " + clip + "/2");
      assertThat(rows.text("select kind || ' ' || status from errand where subject = ?", clip))
          .isEqualTo("render_clip ready");
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  /** Whoever sends the same once more within a day, after an update too, must get the same job. */
  @Test
  void an_announcement_of_an_upload_has_the_same_fingerprint_in_every_version() {
    assertThat(fingerprint(WITHOUT_SETTINGS))
        .isEqualTo("7bfb9cbb394652d7f067b97bfd79b677397ae29db3e6ec0e739b32537bbf4ed6");
    assertThat(fingerprint(WITH_EMPTY_SETTINGS)).isEqualTo(fingerprint(WITHOUT_SETTINGS));
    assertThat(fingerprint(WITH_SETTINGS))
        .isEqualTo("884311d1d8b2174c614ec1b1715c61059813f416919f99914a0e7769e941d0bb");
  }

  /** What the version before fingerprints went by name has stored. */
  @Test
  void a_key_of_the_previous_version_still_stands_for_its_job() {
    assertStandsForItsJob(
        WITHOUT_SETTINGS, "96b3d6c0e2b5680abca4b3179c2acc89ab470ef6df0e0618a617624eb06c6a7e");
    assertStandsForItsJob(
        WITH_EMPTY_SETTINGS, "4378305f6aedf475f39558378493db10de5bf19ec535e7a053496e95d868ac71");
    assertStandsForItsJob(
        WITH_SETTINGS, "bd74698d6feb0fe2a75530d34fc9a88024802f2f947cbb1bdfa52ee710f6cfc6");
  }

  @Test
  void the_settings_of_a_job_are_written_so() {
    assertThat(
            comparable(
                rows.text(
                    "select extra_metadata from jobs where job_id = ?",
                    announced(WITH_SETTINGS, UUID.randomUUID().toString()))))
        .isEqualTo(
            comparable(
                """
                {"processing_config": {"prompt": "joins", "resolution": "1080p",
                  "processing_mode": "vision", "rate_limit_mode": false, "clip_count": 5,
                  "clip_min_seconds": 15, "clip_max_seconds": 90.5}}
                """));
  }

  private void assertStandsForItsJob(String announcement, String stored) {
    String key = UUID.randomUUID().toString();
    String job = announced(announcement, key);
    jobs.execute("update idempotency_key set fingerprint = ? where key = ?", stored, key);
    assertThat(announced(announcement, key)).isEqualTo(job);
    given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(announcement.replace("video/", "VIDEO/"))
        .post("/api/v1/upload")
        .then()
        .statusCode(422);
  }

  private String fingerprint(String announcement) {
    String key = UUID.randomUUID().toString();
    announced(announcement, key);
    return rows.text("select fingerprint from idempotency_key where key = ?", key);
  }

  private static String announced(String announcement, String key) {
    return given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(announcement)
        .post("/api/v1/upload")
        .then()
        .statusCode(201)
        .extract()
        .path("job_id");
  }

  private List<String> queued(String lane, String subject) {
    return rows.texts(
        """
        select task_name || ' ' || task_instance from lane_%s
        where task_instance like ? || '/%%' order by 1
        """
            .formatted(lane),
        subject);
  }
}
