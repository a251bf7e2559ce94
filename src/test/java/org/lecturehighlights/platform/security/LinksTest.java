package org.lecturehighlights.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.service.clip.SampleResults;

/** What may be had without the token: exactly what a signed link or stream token names. */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class LinksTest {
  @Inject Victims victims;
  @Inject Protection protection;
  @Inject SecurityConfig config;
  @Inject SigningKey key;

  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  @Test
  void the_links_of_results_and_lists_need_no_token() {
    Victim victim = victims.make("completed");
    Response results = asAlice("/api/v1/results/" + victim.jobId());
    Response clips = asAlice("/api/v1/jobs/" + victim.jobId() + "/clips");
    Response job = asAlice("/api/v1/jobs/" + victim.jobId());
    for (String link :
        List.<String>of(
            results.path("clips[0].url"),
            results.path("clips[0].thumbnail_url"),
            results.path("clips[0].subtitle_url"),
            results.path("metadata.original_video.url"),
            clips.path("clips[0].url"),
            clips.path("clips[0].thumbnail_url"),
            clips.path("clips[0].subtitle_url"),
            job.path("thumbnail_url"),
            link(victim, "{lecture_key}"))) {
      bare(link).then().statusCode(200);
      given().urlEncodingEnabled(false).head(link).then().statusCode(200);
      bare(link + "&download=true").then().statusCode(200);
    }
  }

  @Test
  void a_link_can_be_neither_changed_nor_moved() {
    Victim victim = victims.make("completed");
    Victim other = victims.make("completed");
    String link = link(victim, "{video_key}");
    URI uri = URI.create(link);
    String elsewhere = "/api/v1/clips/" + SampleResults.clipId(other.jobId(), 1) + "/video";
    for (String wrong :
        List.of(
            link.substring(0, link.length() - 2),
            link + "A",
            link.replace("expires=", "expires=1"),
            link.replace("signature=", "signature=A"),
            link.replaceAll("expires=\\d+&", ""),
            link.replaceAll("signature=.*", "signature=x"),
            elsewhere + "?" + uri.getQuery(),
            uri.getPath().replace("/video", "/thumbnail") + "?" + uri.getQuery(),
            "/api/v1/jobs?" + uri.getQuery(),
            "/api/v1/jobs/" + victim.jobId() + "?" + uri.getQuery(),
            "/api/v1/jobs/" + victim.jobId() + "/video?" + uri.getQuery())) {
      bare(wrong).then().statusCode(401).body("error.code", equalTo("LINK_INVALID"));
    }
    given()
        .urlEncodingEnabled(false)
        .delete(link)
        .then()
        .statusCode(401)
        .body("error.code", equalTo("LINK_INVALID"));
    bare(link).then().statusCode(200);
  }

  @Test
  void an_expired_link_opens_nothing() {
    Victim victim = victims.make("completed");
    String path = "/api/v1/jobs/" + victim.jobId() + "/video";
    String hour = signer(Duration.ofHours(-2)).toRead(path, Duration.ofHours(1));
    bare(hour).then().statusCode(401).body("error.code", equalTo("LINK_INVALID"));
    bare(signer(Duration.ofHours(-2)).toRead(path, Duration.ofHours(3))).then().statusCode(200);
  }

  @Test
  void the_token_counts_before_the_link() {
    Victim victim = victims.make("completed");
    given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(issuer.token("bob"))
        .get(link(victim, "{video_key}"))
        .then()
        .statusCode(404);
  }

  @Test
  void an_upload_goes_where_it_was_announced_without_a_token() {
    String announced =
        "{\"filename\": \"a.mp4\", \"file_size\": 5, \"content_type\": \"video/mp4\"}";
    Response ticket =
        given()
            .auth()
            .oauth2(issuer.token("alice"))
            .contentType("application/json")
            .body(announced)
            .post("/api/v1/upload");
    String address = ticket.path("upload_url");
    put(address).then().statusCode(204);
    bare(address).then().statusCode(401);
    Victim waiting = victims.make("pending");
    List<String> before = victims.everythingOf(waiting);
    put(address.replace(ticket.<String>path("job_id"), waiting.jobId())).then().statusCode(401);
    put(address.replace("/file", "/captions")).then().statusCode(401);
    assertThat(victims.everythingOf(waiting)).isEqualTo(before);
  }

  @Test
  void a_stream_token_opens_the_stream_of_its_job_alone() {
    Victim victim = victims.make("completed");
    Victim other = victims.make("completed");
    String token =
        given()
            .auth()
            .oauth2(issuer.token("alice"))
            .contentType("application/json")
            .body(victim.fill("{\"job_id\": \"{job_id}\"}"))
            .post("/api/v1/stream-tokens")
            .then()
            .statusCode(201)
            .body("expires_in", equalTo(60))
            .extract()
            .path("token");
    assertThat(stream(victim, token).statusCode()).isEqualTo(200);
    assertThat(stream(victim, token).asString()).contains("event:complete");
    assertThat(stream(other, token).statusCode()).isEqualTo(401);
    assertThat(stream(victim, token + "A").statusCode()).isEqualTo(401);
    String old = new StreamTokens(protection, config, key, earlier()).issue(victim.jobId());
    assertThat(stream(victim, old).statusCode()).isEqualTo(401);
    for (String path : Arrays.asList("", "/video", "/clips")) {
      given()
          .queryParam("token", token)
          .get("/api/v1/jobs/" + victim.jobId() + path)
          .then()
          .statusCode(401);
    }
  }

  private Response asAlice(String path) {
    return given().auth().oauth2(issuer.token("alice")).get(path);
  }

  private String link(Victim victim, String keyName) {
    return given()
        .auth()
        .oauth2(issuer.token("alice"))
        .queryParam("key", victim.fill(keyName))
        .get("/api/v1/videos/presigned-url")
        .path("url");
  }

  private static Response bare(String address) {
    return given().urlEncodingEnabled(false).get(address);
  }

  private static Response put(String address) {
    return given()
        .urlEncodingEnabled(false)
        .contentType("video/mp4")
        .body("bytes".getBytes(StandardCharsets.US_ASCII))
        .put(address);
  }

  private static Response stream(Victim victim, String token) {
    return given().queryParam("token", token).get("/api/v1/jobs/" + victim.jobId() + "/events");
  }

  private LinkSigner signer(Duration shift) {
    return new LinkSigner(
        protection, config, key, Clock.fixed(Instant.now().plus(shift), ZoneOffset.UTC));
  }

  private static Clock earlier() {
    return Clock.fixed(Instant.now().minusSeconds(61), ZoneOffset.UTC);
  }
}
