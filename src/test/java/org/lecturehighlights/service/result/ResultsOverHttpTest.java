package org.lecturehighlights.service.result;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.clip.SampleResults;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class ResultsOverHttpTest {
  private static final List<String> OUTPUTS =
      List.of("clips", "transcripts", "silence-regions", "content-segments", "layout-analysis");

  @Inject SampleResults samples;
  @Inject SampleJobs jobs;

  @Test
  void results_have_the_legacy_members_and_additional_ones() {
    String job = samples.job();
    jobs.execute(
        "update jobs set warnings = '[{\"code\":\"QUIET\",\"message\":\"Low.\"}]' where job_id = ?",
        job);
    JsonPath results = given().get("/api/v1/results/" + job).jsonPath();
    assertThat(results.<String, Object>getMap(""))
        .containsOnlyKeys("job_id", "clips", "transcript", "metadata", "warnings")
        .containsEntry("job_id", job)
        .containsEntry("warnings", List.of(Map.of("code", "QUIET", "message", "Low.")));
    assertThat(results.<String, Object>getMap("clips[0]"))
        .containsOnlyKeys(
            "clip_id",
            "title",
            "topic",
            "importance_score",
            "clip_order",
            "start_time",
            "end_time",
            "duration",
            "s3_key",
            "url",
            "thumbnail_url",
            "subtitle_url");
  }

  @Test
  void the_links_of_a_clip_lead_to_its_files() {
    String job = samples.job();
    ValidatableResponse results = found("/api/v1/results/" + job);
    results
        .body("clips.clip_order", contains(1, 2))
        .body("clips[0].start_time", equalTo(2.0))
        .body("clips[0].end_time", equalTo(28.0))
        .body("clips[0].duration", equalTo(25.5))
        .body("clips[0].topic", equalTo("Joins"))
        .body("clips[0].importance_score", equalTo(0.75))
        .body("clips[0].s3_key", equalTo("clips/" + job + "/1.mp4"))
        .body("clips[1].thumbnail_url", nullValue())
        .body("clips[1].subtitle_url", nullValue());
    assertThat(follow(results, "clips[0].url")).isEqualTo(SampleResults.VIDEO);
    assertThat(follow(results, "clips[0].thumbnail_url")).isEqualTo(SampleResults.PICTURE);
    assertThat(follow(results, "clips[0].subtitle_url")).isEqualTo(SampleResults.SUBTITLES);
    assertThat(follow(results, "metadata.original_video.url")).isEqualTo(SampleResults.LECTURE);
  }

  @Test
  void results_contain_transcript_layout_and_lecture() {
    String job = samples.job();
    found("/api/v1/results/" + job)
        .body("transcript", hasSize(3))
        .body("transcript[0].text", equalTo("Let us join two tables."))
        .body("transcript[0].start_time", equalTo(2.25))
        .body("transcript[0].confidence", equalTo(0.5))
        .body("metadata.layout.layout_type", equalTo("side_by_side"))
        .body("metadata.layout.screen_region.width", equalTo(1440))
        .body("metadata.layout.camera_region.x", equalTo(1440))
        .body("metadata.completed_at", equalTo("2026-03-01T10:05:00Z"))
        .body("metadata.processing_duration_seconds", equalTo(300.0))
        .body("metadata.original_video.filename", equalTo("Databases & SQL.mp4"))
        .body("metadata.original_video.s3_key", equalTo(SampleResults.uploadKey(job)))
        .body("metadata.original_video.duration", equalTo(60.5))
        .body("metadata.highlight_video", nullValue());
  }

  @Test
  void a_job_without_findings_has_empty_results() {
    String job = jobs.completed();
    found("/api/v1/results/" + job)
        .body("clips", empty())
        .body("transcript", nullValue())
        .body("metadata.layout", nullValue())
        .body("warnings", empty());
  }

  @Test
  void clips_have_cuts_proof_and_topic() {
    String job = samples.job();
    found("/api/v1/jobs/" + job + "/clips")
        .body("job_id", equalTo(job))
        .body("total", equalTo(2))
        .body("clips.clip_order", contains(1, 2))
        .body("clips[0].content_segment_id", startsWith("seg_"))
        .body("clips[0].extra_metadata.edits[1].start_time", equalTo(7.5))
        .body("clips[0].extra_metadata.score_parts.words", equalTo(0.5))
        .body("clips[0].extra_metadata.proof.last_words", equalTo("of both."))
        .body("clips[0].created_at", endsWith("Z"))
        .body("clips[0].url", startsWith("http://"));
  }

  @Test
  void the_transcript_has_its_words() {
    String job = samples.job();
    found("/api/v1/jobs/" + job + "/transcripts")
        .body("job_id", equalTo(job))
        .body("total", equalTo(3))
        .body("segments.start_time", contains(2.25, 6.5, 12.0))
        .body("segments[0].segment_id", startsWith("seg_"))
        .body("segments[2].speaker_id", equalTo("1"))
        .body("segments[0].words[0].text", equalTo("Let"))
        .body("segments[0].words[0].end_time", equalTo(2.75))
        .body("segments[0].created_at", endsWith("Z"));
  }

  @Test
  void silences_are_ordered_by_start_and_have_a_threshold() {
    String job = samples.job();
    found("/api/v1/jobs/" + job + "/silence-regions")
        .body("total", equalTo(2))
        .body("regions.start_time", contains(1.5, 30.0))
        .body("regions[0].duration", equalTo(0.75))
        .body("regions[0].silence_type", equalTo("audio_silence"))
        .body("regions[0].amplitude_threshold", equalTo(-41.5))
        .body("regions[0].region_id", startsWith("sil_"))
        .body("regions[0].created_at", endsWith("Z"));
  }

  @Test
  void topics_are_ordered_by_start_and_have_keywords() {
    String job = samples.job();
    found("/api/v1/jobs/" + job + "/content-segments")
        .body("total", equalTo(2))
        .body("segments.topic", contains("Joins", "Keys"))
        .body("segments.segment_order", contains(1, 2))
        .body("segments[0].keywords", contains("inner", "outer"))
        .body("segments[0].concepts", contains("relational model"))
        .body("segments[0].importance_score", equalTo(0.5))
        .body("segments[1].duration", equalTo(30.5))
        .body("segments[1].description", nullValue())
        .body("segments[1].created_at", endsWith("Z"));
  }

  @Test
  void the_layout_has_a_timeline_and_screen_changes() {
    String job = samples.job();
    found("/api/v1/jobs/" + job + "/layout-analysis")
        .body("job_id", equalTo(job))
        .body("layout_id", startsWith("lay_"))
        .body("layout_type", equalTo("side_by_side"))
        .body("split_ratio", equalTo(0.75))
        .body("confidence_score", equalTo(0.9))
        .body("sample_frame_time", equalTo(30.0))
        .body("timeline[0].layout_type", equalTo("side_by_side"))
        .body("timeline[0].end_time", equalTo(60.5))
        .body("screen_changes[0].kind", equalTo("new_slide"))
        .body("screen_changes[0].time", equalTo(12.25))
        .body("blank_screens[0].start_time", equalTo(58.0))
        .body("frozen", equalTo(false))
        .body("created_at", endsWith("Z"));
  }

  @Test
  void the_transcript_can_be_downloaded_as_text() {
    Response answer = given().get("/api/v1/results/" + samples.job() + "/export-transcript");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(answer.header("Content-Disposition"))
        .startsWith("attachment; filename=\"transcript_Databases & SQL_20260301.txt\"");
    assertThat(answer.asString())
        .contains("[00:02] Let us join two tables. Both have keys.\n\n[00:12] Speaker 1: Why?\n");
  }

  @Test
  void a_missing_transcript_or_layout_answers_404() {
    String job = jobs.completed();
    refused("/api/v1/results/" + job + "/export-transcript", 404, "TRANSCRIPT_NOT_FOUND");
    refused("/api/v1/jobs/" + job + "/layout-analysis", 404, "LAYOUT_ANALYSIS_NOT_FOUND");
  }

  @Test
  void results_of_an_unknown_job_answer_404() {
    refused("/api/v1/results/job_unknown", 404, "JOB_NOT_FOUND");
    refused("/api/v1/results/job_unknown/export-transcript", 404, "JOB_NOT_FOUND");
    for (String output : OUTPUTS) {
      refused("/api/v1/jobs/job_unknown/" + output, 404, "JOB_NOT_FOUND");
    }
  }

  @Test
  void results_of_an_unfinished_job_answer_409() {
    for (String status : List.of("pending", "queued", "running", "failed", "cancelled")) {
      String job = jobs.insert(status);
      refused("/api/v1/results/" + job, 409, "JOB_NOT_COMPLETED");
      refused("/api/v1/results/" + job + "/export-transcript", 409, "JOB_NOT_COMPLETED");
      for (String output : OUTPUTS) {
        refused("/api/v1/jobs/" + job + "/" + output, 409, "JOB_NOT_COMPLETED");
      }
    }
  }

  private static ValidatableResponse found(String address) {
    return given()
        .config(
            io.restassured.RestAssured.config()
                .jsonConfig(
                    io.restassured.config.JsonConfig.jsonConfig()
                        .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
        .get(address)
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"));
  }

  private static void refused(String address, int status, String code) {
    given()
        .get(address)
        .then()
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("error.code", equalTo(code));
  }

  private static byte[] follow(ValidatableResponse results, String member) {
    String url = results.extract().path(member);
    assertThat(url).startsWith("http://localhost:");
    return given().get(url).asByteArray();
  }
}
