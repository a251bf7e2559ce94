package org.lecturehighlights.service.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.clip.SampleResults;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class ExportOverHttpTest {
  @Inject SampleResults samples;
  @Inject SampleJobs jobs;

  @Test
  void the_archive_contains_all_files_under_safe_names() throws IOException {
    String job = samples.job();
    Response answer = given().get("/api/v1/jobs/" + job + "/package");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/zip");
    assertThat(answer.header("Content-Disposition"))
        .contains("filename=\"Databases & SQL highlights.zip\"");
    Map<String, byte[]> files = unzipped(answer.asByteArray());
    assertThat(files.keySet())
        .containsExactlyInAnyOrder(
            "highlights.json",
            "clips/01 Joins inner & outer 1.mp4",
            "clips/01 Joins inner & outer 1.jpg",
            "clips/01 Joins inner & outer 1.vtt",
            "cuts.edl",
            "cuts.fcpxml",
            "transcript.vtt",
            "transcript.srt",
            "transcript.txt",
            "transcript.json");
    assertThat(files.get("clips/01 Joins inner & outer 1.mp4")).isEqualTo(SampleResults.VIDEO);
    String index = new String(files.getOrDefault("highlights.json", new byte[0]), "UTF-8");
    assertThat(index).contains("\"files\" : \"clips/01 Joins inner & outer 1\"", "\"clip_id\"");
    assertThat(JsonPath.from(index).<String, Object>getMap("clips[0]"))
        .containsOnlyKeys(
            "files",
            "clip_id",
            "content_segment_id",
            "title",
            "topic",
            "importance_score",
            "start_time",
            "end_time",
            "duration",
            "extra_metadata")
        .containsEntry("title", "Joins: \"inner\" & outer/1");
  }

  @Test
  void the_transcript_is_available_in_four_formats() {
    String job = samples.job();
    String address = "/api/v1/jobs/" + job + "/transcript.";
    assertThat(text(address + "vtt", "text/vtt")).startsWith("WEBVTT").contains("00:00:02.250");
    assertThat(text(address + "srt", "application/x-subrip")).startsWith("1\n00:00:02,250");
    assertThat(text(address + "txt", "text/plain")).contains("Let us join two tables.");
    given()
        .get(address + "json")
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .body("total", equalTo(3));
    given().get(address + "doc").then().statusCode(404);
  }

  @Test
  void cut_lists_are_downloads() {
    String job = samples.job();
    assertThat(text("/api/v1/jobs/" + job + "/cuts.edl", "text/plain"))
        .startsWith("TITLE: Databases & SQL.mp4\r\nFCM: NON-DROP FRAME\r\n")
        .contains("001  AX       B     C        00:00:02:00 00:00:07:00 00:00:00:00 00:00:05:00");
    assertThat(text("/api/v1/jobs/" + job + "/cuts.fcpxml", "application/xml"))
        .contains("<fcpxml version=\"1.9\">", "src=\"./Databases%20&amp;%20SQL.mp4\"");
  }

  @Test
  void unknown_and_unfinished_jobs_have_no_exports() {
    String running = samples.job();
    jobs.execute("update jobs set status = 'running' where job_id = ?", running);
    for (String export :
        List.of("package", "cuts.edl", "cuts.fcpxml", "transcript.vtt", "runners-up")) {
      refused("/api/v1/jobs/" + running + "/" + export, 409, "JOB_NOT_COMPLETED");
      refused("/api/v1/jobs/job_0/" + export, 404, "JOB_NOT_FOUND");
    }
    refused("/api/v1/jobs/" + jobs.completed() + "/transcript.srt", 404, "TRANSCRIPT_NOT_FOUND");
  }

  private static String text(String address, String type) {
    Response answer = given().get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith(type);
    assertThat(answer.header("Content-Disposition")).startsWith("attachment");
    return answer.asString();
  }

  private static void refused(String address, int status, String code) {
    given().get(address).then().statusCode(status).body("error.code", equalTo(code));
  }

  private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
