package org.lecturehighlights.clip.file;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.clip.SampleResults;
import org.lecturehighlights.database.PostgresResource;
import org.lecturehighlights.database.SampleJobs;
import org.lecturehighlights.security.Caller;
import org.lecturehighlights.security.Callers;
import org.lecturehighlights.storage.StorageResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class OwnershipTest {
  @Inject SampleResults samples;
  @Inject SampleJobs jobs;

  @Test
  void another_ones_results_are_as_good_as_none() {
    String job = samples.job();
    jobs.execute("update jobs set owner = 'alice' where job_id = ?", job);
    callAs("bob");
    String clip = "/api/v1/clips/" + SampleResults.clipId(job, 1);
    for (String file : List.of("video", "thumbnail", "subtitles.vtt", "subtitles.srt")) {
      refused(clip + "/" + file, "CLIP_NOT_FOUND");
    }
    for (String output :
        List.of(
            "video",
            "clips",
            "transcripts",
            "silence-regions",
            "content-segments",
            "layout-analysis")) {
      refused("/api/v1/jobs/" + job + "/" + output, "JOB_NOT_FOUND");
    }
    refused("/api/v1/results/" + job, "JOB_NOT_FOUND");
    refused("/api/v1/results/" + job + "/export-transcript", "JOB_NOT_FOUND");
    for (String ending : List.of("mp4", "jpg", "vtt")) {
      refused("/api/v1/videos/presigned-url?key=" + SampleResults.key(job, 1, ending), "NOT_FOUND");
    }
    refused("/api/v1/videos/presigned-url?key=" + SampleResults.uploadKey(job), "NOT_FOUND");
  }

  @Test
  void the_owner_sees_the_results() {
    String job = samples.job();
    jobs.execute("update jobs set owner = 'alice' where job_id = ?", job);
    callAs("alice");
    given().get("/api/v1/results/" + job).then().statusCode(200);
    given().get("/api/v1/jobs/" + job + "/clips").then().statusCode(200);
    given().get("/api/v1/clips/" + SampleResults.clipId(job, 1) + "/video").then().statusCode(200);
  }

  /** Until the end of the test every request is from this owner, who does not see all. */
  private static void callAs(String owner) {
    QuarkusMock.installMockForType(
        new Callers() {
          @Override
          public Caller current() {
            return new Caller(owner, false);
          }
        },
        Callers.class);
  }

  private static void refused(String address, String code) {
    given().get(address).then().statusCode(404).body("error.code", equalTo(code));
  }
}
