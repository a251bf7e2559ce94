package org.lecturehighlights.service.job.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class JobEventsOverHttpTest {
  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URI root;

  @Test
  void an_idle_stream_sends_heartbeats_until_the_job_ends()
      throws IOException, InterruptedException {
    String job =
        given()
            .contentType("application/json")
            .body("{\"filename\": \"a.mp4\", \"file_size\": 5, \"content_type\": \"video/mp4\"}")
            .post("/api/v1/upload")
            .path("job_id");
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("/api/v1/jobs/" + job + "/events"))
            .timeout(Duration.ofMinutes(2))
            .build();

    List<String> lines = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Iterator<String> stream = client.send(request, BodyHandlers.ofLines()).body().iterator();
      while (heartbeats(lines) < 2) {
        lines.add(stream.next());
      }
      assertThat(lines).anyMatch(line -> line.startsWith("data:"));

      given().post("/api/v1/jobs/" + job + "/cancel").then().statusCode(202);
      stream.forEachRemaining(lines::add);
    }
    assertThat(lines)
        .filteredOn(line -> line.startsWith("data:"))
        .last()
        .asString()
        .contains("cancelled");
    assertThat(lines).noneMatch(line -> line.contains("end"));
  }

  private static long heartbeats(List<String> lines) {
    return lines.stream().filter(line -> line.equals(":still here")).count();
  }
}
