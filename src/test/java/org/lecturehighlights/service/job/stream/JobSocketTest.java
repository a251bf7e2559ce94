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

/** Where nobody needs to sign in. */
@QuarkusTest
class JobSocketTest {
  @Inject SampleJobs jobs;
  @Inject JobEvents events;
  @Inject JobEventStream feed;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource("/")
  URL server;

  @Test
  void it_tells_where_the_job_stands_and_then_every_change() throws Exception {
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
  void a_ping_is_answered_and_nothing_else() throws Exception {
    try (SocketClient client = new SocketClient(server, "ws/jobs/" + jobs.insert("running"))) {
      client.hear();
      client.hear();
      client.say("no json at all");
      client.say("{\"type\": \"shout\"}");
      client.say("{\"type\": \"ping\"}");
      assertThat(client.hear().getString("")).isEqualTo("[type:pong]");
    }
  }

  @Test
  void a_job_that_is_not_there_is_refused() throws Exception {
    try (SocketClient client = new SocketClient(server, "ws/jobs/job_000000000000")) {
      assertThat(client.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void it_goes_on_after_the_event_that_was_seen() throws Exception {
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
  void the_deletion_of_its_job_ends_it() throws Exception {
    String job = jobs.insert("running");
    try (SocketClient client = new SocketClient(server, "ws/jobs/" + job)) {
      client.hear();
      client.hear();
      jobs.execute("delete from jobs where job_id = ?", job);
      assertThat(client.closeCode()).isEqualTo(1001);
    }
  }

  @Test
  void connections_are_counted_while_they_last() throws Exception {
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
  void a_reader_that_does_not_keep_up_is_cut_off() {
    String job = jobs.insert("running");
    AssertSubscriber<Event> slow = AssertSubscriber.create(2);
    AssertSubscriber<Event> quick = AssertSubscriber.create(Long.MAX_VALUE);
    feed.follow(job, null, true).subscribe().withSubscriber(slow);
    feed.follow(job, null, true).subscribe().withSubscriber(quick);
    slow.awaitItems(1);
    quick.awaitItems(1);
    int told = JobEventStream.BUFFERED_EVENTS + 3; // One is asked for still.
    for (int i = 0; i < told; i++) {
      events.progress(job, i % 100);
    }
    quick.awaitItems(1 + told, Duration.ofSeconds(20));
    slow.awaitFailure(Duration.ofSeconds(20));
    assertThat(slow.getItems().size()).isLessThan(told);
    events.complete(job);
    quick.awaitCompletion(Duration.ofSeconds(20));
  }

  @Test
  void many_streams_that_begin_at_once_and_wait_all_hear_the_end() {
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
