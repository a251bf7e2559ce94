package org.lecturehighlights.service.job.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.service.job.history.HistoryService.Event;

/** The WebSocket of a job while security is off. */
@QuarkusTest
class JobSocketTest {
  @Inject SampleJobs jobs;
  @Inject JobEvents events;
  @Inject JobEventStream feed;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URL server;

  @Test
  void it_sends_the_current_state_and_then_every_change() throws Exception {
    String job = jobs.insert("running");
    try (SocketClient client = new SocketClient(server, "ws/jobs/" + job)) {
      JsonPath connected = client.hear();
      assertThat(connected.getString("type")).isEqualTo("connected");
      assertThat(connected.getString("job_id")).isEqualTo(job);
      assertThat(connected.getString("message")).isNotBlank();
      JsonPath snapshot = client.hear();
      assertThat(snapshot.getString("type")).isEqualTo("progress");
      assertThat(snapshot.getMap("progress"))
          .containsOnlyKeys("stage", "percent", "message", "eta_seconds");
      assertThat(snapshot.getString("timestamp")).isEqualTo("2026-03-01T10:05:00Z");
      long id = events.progress(job, 40);
      JsonPath progress = client.hear();
      assertThat(progress.getString("type")).isEqualTo("progress");
      assertThat(progress.getDouble("progress.percent")).isEqualTo(40);
      assertThat(progress.getLong("event_id")).isEqualTo(id);
      events.complete(job);
      JsonPath complete = client.hear();
      assertThat(complete.getString("type")).isEqualTo("complete");
      assertThat(complete.getString("job_id")).isEqualTo(job);
    }
  }

  @Test
  void only_a_ping_is_answered() throws Exception {
    try (SocketClient client = new SocketClient(server, "ws/jobs/" + jobs.insert("running"))) {
      client.hear();
      client.hear();
      client.say("not JSON");
      client.say("{\"type\": \"shout\"}");
      client.say("{\"type\": \"ping\"}");
      assertThat(client.hear().getString("")).isEqualTo("[type:pong]");
    }
  }

  @Test
  void an_unknown_job_is_refused() throws Exception {
    try (SocketClient client = new SocketClient(server, "ws/jobs/job_000000000000")) {
      assertThat(client.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void it_resumes_after_the_last_event_seen() throws Exception {
    String job = jobs.insert("running");
    long seen = events.progress(job, 10);
    events.progress(job, 20);
    events.progress(job, 30);
    try (SocketClient client =
        new SocketClient(server, "ws/jobs/" + job + "?last_event_id=" + seen)) {
      client.hear();
      assertThat(client.hear().getInt("progress.percent")).isEqualTo(20);
      assertThat(client.hear().getInt("progress.percent")).isEqualTo(30);
      events.progress(job, 40);
      assertThat(client.hear().getInt("progress.percent")).isEqualTo(40);
    }
  }

  @Test
  void deleting_the_job_closes_it() throws Exception {
    String job = jobs.insert("running");
    try (SocketClient client = new SocketClient(server, "ws/jobs/" + job)) {
      client.hear();
      client.hear();
      jobs.execute("delete from jobs where job_id = ?", job);
      assertThat(client.closeCode()).isEqualTo(1001);
    }
  }

  @Test
  void open_connections_are_counted() throws Exception {
    String job = jobs.insert("running");
    try (SocketClient first = new SocketClient(server, "ws/jobs/" + job);
        SocketClient second = new SocketClient(server, "ws/jobs/" + job)) {
      first.hear();
      second.hear();
      JsonPath stats = given().get("/ws/connections/stats").jsonPath();
      assertThat(stats.getInt("jobs." + quoted(job))).isEqualTo(2);
      assertThat(stats.getInt("total_connections")).isGreaterThanOrEqualTo(2);
      assertThat(stats.getInt("total_jobs")).isPositive();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(given().get("/ws/connections/stats").asString()).doesNotContain(job));
  }

  @Test
  void a_reader_that_falls_behind_is_disconnected() {
    String job = jobs.insert("running");
    AssertSubscriber<Event> slow = AssertSubscriber.create(2);
    AssertSubscriber<Event> quick = AssertSubscriber.create(Long.MAX_VALUE);
    feed.follow(job, null, true).subscribe().withSubscriber(slow);
    feed.follow(job, null, true).subscribe().withSubscriber(quick);
    slow.awaitItems(1);
    quick.awaitItems(1);
    int published = JobEventStream.BUFFERED_EVENTS + 3; // One more is still requested.
    for (int i = 0; i < published; i++) {
      events.progress(job, i % 100);
    }
    quick.awaitItems(1 + published, Duration.ofSeconds(20));
    slow.awaitFailure(Duration.ofSeconds(20));
    assertThat(slow.getItems().size()).isLessThan(published);
    events.complete(job);
    quick.awaitCompletion(Duration.ofSeconds(20));
  }

  @Test
  void many_streams_opened_at_once_all_receive_the_end() {
    String job = jobs.insert("running");
    List<AssertSubscriber<Event>> readers = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      AssertSubscriber<Event> reader = AssertSubscriber.create(Long.MAX_VALUE);
      feed.follow(job, 0L, true).subscribe().withSubscriber(reader);
      readers.add(reader);
    }
    await().atMost(Duration.ofSeconds(90)).until(() -> feed.size() >= readers.size());
    events.complete(job);
    readers.forEach(reader -> reader.awaitCompletion(Duration.ofSeconds(20)));
  }

  private static String quoted(String name) {
    return "'" + name + "'";
  }
}
