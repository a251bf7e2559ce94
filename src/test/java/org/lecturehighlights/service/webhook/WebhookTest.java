package org.lecturehighlights.service.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.service.job.JobLifecycleEvent;
import org.lecturehighlights.service.webhook.send.Signature;

/** Messages from the end of a job to the receiver. */
@QuarkusTest
class WebhookTest {
  @Inject SampleJobs jobs;
  @Inject Event<JobLifecycleEvent> news;

  private final List<String> made = new ArrayList<>();

  @AfterEach
  void forget() {
    made.forEach(id -> given().delete("/api/v1/webhooks/" + id).then().statusCode(204));
  }

  @Test
  void the_end_of_a_job_is_delivered_with_a_signature() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      JsonPath webhook = register(receiver, "job.completed");
      String job = jobs.completed();
      end(job, "completed");
      JsonPath delivery = ended(webhook, job);
      assertThat(delivery.getString("status")).isEqualTo("delivered");
      assertThat(delivery.getInt("attempts")).isEqualTo(1);
      assertThat(delivery.getInt("response_status")).isEqualTo(200);
      Receiver.ReceivedRequest heard = about(receiver, job).getFirst();
      assertThat(heard.headers()).containsEntry("webhook-id", delivery.getString("delivery_id"));
      assertThat(heard.headers().get("webhook-signature"))
          .isEqualTo(
              Signature.of(
                  webhook.getString("secret"),
                  delivery.getString("delivery_id"),
                  Long.parseLong(heard.headers().getOrDefault("webhook-timestamp", "")),
                  heard.body()));
      JsonPath body = JsonPath.from(heard.body());
      assertThat(body.getString("type")).isEqualTo("job.completed");
      assertThat(body.getString("timestamp")).endsWith("Z");
      assertThat(body.getMap("data"))
          .containsEntry("job_id", job)
          .containsEntry("status", "completed")
          .containsKeys("filename", "error_code", "error_message");
    }
  }

  @Test
  void a_failed_delivery_is_repeated_with_the_same_id() throws Exception {
    try (Receiver receiver =
        new Receiver((exchange, earlierOnes) ->
            exchange.sendResponseHeaders(earlierOnes < 2 ? 500 : 204, -1))) {
      JsonPath webhook = register(receiver, "job.failed");
      String job = jobs.insert("failed");
      end(job, "failed");
      JsonPath delivery = ended(webhook, job);
      assertThat(delivery.getString("status")).isEqualTo("delivered");
      assertThat(delivery.getInt("attempts")).isGreaterThanOrEqualTo(2);
      assertThat(
              about(receiver, job).stream()
                  .map(heard -> heard.headers().get("webhook-id"))
                  .distinct())
          .containsExactly(delivery.getString("delivery_id"));
    }
  }

  @Test
  void retry_after_delays_the_next_attempt() throws Exception {
    try (Receiver receiver =
        new Receiver((exchange, _) -> {
          exchange.getResponseHeaders().set("Retry-After", "3600");
          exchange.sendResponseHeaders(429, -1);
        })) {
      JsonPath webhook = register(receiver, "job.completed");
      String job = jobs.completed();
      end(job, "completed");
      String of = "deliveries.find { it.job_id == '" + job + "' }";
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> deliveries(webhook).get(of + ".response_status") != null);
      JsonPath delivery = deliveries(webhook).setRootPath(of);
      assertThat(delivery.getString("status")).isEqualTo("pending");
      assertThat(Instant.parse(delivery.getString("next_attempt_at")))
          .isAfter(Instant.now().plus(Duration.ofMinutes(50)));
    }
  }

  @Test
  void a_receiver_that_answers_410_is_given_up() throws Exception {
    try (Receiver receiver = Receiver.answering(410)) {
      JsonPath webhook = register(receiver, "job.cancelled");
      String job = jobs.insert("cancelled");
      end(job, "cancelled");
      JsonPath delivery = ended(webhook, job);
      assertThat(delivery.getString("status")).isEqualTo("given_up");
      assertThat(delivery.getString("error")).isEqualTo("HTTP 410");
    }
  }

  @Test
  void only_subscribed_events_of_committed_transactions_are_sent() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      JsonPath webhook = register(receiver, "job.failed");
      String completed = jobs.completed();
      end(completed, "completed");
      String rolledBack = jobs.insert("failed");
      assertThatThrownBy(() ->
              QuarkusTransaction.requiringNew()
                  .run(() -> {
                    fire(rolledBack, "failed");
                    throw new IllegalStateException("on purpose");
                  }))
          .hasStackTraceContaining("on purpose");
      String told = jobs.insert("failed");
      end(told, "failed");
      ended(webhook, told);
      assertThat(deliveries(webhook).getList("deliveries.job_id", String.class))
          .contains(told)
          .doesNotContain(completed, rolledBack);
    }
  }

  @Test
  void the_secret_is_returned_only_once() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      JsonPath webhook = register(receiver, "job.completed");
      String secret = webhook.getString("secret");
      assertThat(secret).startsWith("whsec_");
      String id = webhook.getString("webhook_id");
      assertThat(given().get("/api/v1/webhooks").asString()).contains(id).doesNotContain(secret);
      given()
          .get("/api/v1/webhooks/" + id)
          .then()
          .statusCode(200)
          .body("secret", equalTo(null))
          .body("events", equalTo(List.of("job.completed")));
    }
  }

  @Test
  void invalid_urls_are_refused() {
    refused("{\"url\": \"ftp://example.org/\"}", 422, "WEBHOOK_URL_REFUSED");
    refused("{\"url\": \"https://[\"}", 400, "VALIDATION_ERROR");
    refused("{\"url\": \"\"}", 400, "VALIDATION_ERROR");
    refused("{}", 400, "VALIDATION_ERROR");
    given()
        .get("/api/v1/webhooks/webhook_none")
        .then()
        .statusCode(404)
        .body("error.code", equalTo("WEBHOOK_NOT_FOUND"));
  }

  private static void refused(String body, int status, String code) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/webhooks")
        .then()
        .statusCode(status)
        .body("error.code", equalTo(code));
  }

  private JsonPath register(Receiver receiver, String event) {
    Response answer =
        given()
            .contentType("application/json")
            .body(
                Map.of(
                    "url", "http://127.0.0.1:" + receiver.port() + "/", "events", List.of(event)))
            .post("/api/v1/webhooks");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    String id = answer.path("webhook_id");
    assertThat(answer.header("Location")).endsWith("/api/v1/webhooks/" + id);
    made.add(id);
    return answer.jsonPath();
  }

  private void end(String job, String status) {
    QuarkusTransaction.requiringNew().run(() -> fire(job, status));
  }

  private void fire(String job, String status) {
    news.fire(new JobLifecycleEvent.Ended(job, null, status, Duration.ofSeconds(1)));
  }

  /** The delivery about this job, once it has ended. */
  private static JsonPath ended(JsonPath webhook, String job) {
    String of = "deliveries.find { it.job_id == '" + job + "' && it.ended_at != null }";
    await().atMost(Duration.ofSeconds(30)).until(() -> deliveries(webhook).get(of) != null);
    return deliveries(webhook).setRootPath(of);
  }

  private static JsonPath deliveries(JsonPath webhook) {
    return given()
        .get("/api/v1/webhooks/" + webhook.getString("webhook_id") + "/deliveries")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<Receiver.ReceivedRequest> about(Receiver receiver, String job) {
    return receiver.heard().stream().filter(heard -> heard.body().contains(job)).toList();
  }
}
