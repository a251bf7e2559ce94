package org.lecturehighlights.platform.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.ObjectStorageContract;
import org.lecturehighlights.platform.storage.StorageConfig;

class S3StorageTest extends ObjectStorageContract {
  private static final Duration HOUR = Duration.ofHours(1);

  /** The smallest parts that S3 takes, so that the large objects of a test have several. */
  private static final PartSizes SMALL = new PartSizes(5 << 20, 6 << 20);

  private static S3Server server;

  private String bucket;
  private S3Storage storage;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void newBucket() {
    bucket = "lectures-" + UUID.randomUUID();
    server.withBucket(bucket);
    storage = new S3Storage(server.config(bucket), SMALL);
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  @Override
  protected ObjectStorage storage() {
    return storage;
  }

  @Test
  void an_object_can_be_read_at_its_address_with_its_content_type() throws Exception {
    storage.put("clips/job_1/a.mp4", bytes("0123456789"), 100);
    URI address = storage.addressToRead("clips/job_1/a.mp4", "video/mp4", HOUR).orElseThrow();

    HttpResponse<String> whole = send(HttpRequest.newBuilder(address));
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo("0123456789");
    assertThat(whole.headers().firstValue("Content-Type")).contains("video/mp4");
    HttpResponse<String> part = send(HttpRequest.newBuilder(address).header("Range", "bytes=2-4"));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("234");
    assertThat(address.getQuery()).contains("X-Amz-Expires=3600");
  }

  @Test
  void an_address_is_valid_only_for_its_own_object() throws Exception {
    storage.put("job_1/a", bytes("mine"), 100);
    storage.put("job_2/a", bytes("another's"), 100);
    URI mine = storage.addressToRead("job_1/a", "video/mp4", HOUR).orElseThrow();

    URI others = URI.create(mine.toString().replace("job_1/a", "job_2/a"));
    assertThat(send(HttpRequest.newBuilder(others)).statusCode()).isEqualTo(403);
    URI longer = URI.create(mine.toString().replace("Expires=3600", "Expires=360000"));
    assertThat(send(HttpRequest.newBuilder(longer)).statusCode()).isEqualTo(403);
    HttpRequest.Builder put = HttpRequest.newBuilder(mine).PUT(BodyPublishers.ofString("replaced"));
    assertThat(send(put).statusCode()).isEqualTo(403);
    assertThat(text("job_1/a")).isEqualTo("mine");
  }

  @Test
  void an_object_can_be_stored_at_its_address_only_with_the_announced_type_and_size()
      throws Exception {
    URI address = storage.addressToWrite("job_1/a.mp4", "video/mp4", 7, HOUR).orElseThrow();

    assertThat(send(put(address, "video/webm", "lecture")).statusCode()).isEqualTo(403);
    assertThat(send(put(address, "video/mp4", "a longer lecture")).statusCode()).isEqualTo(403);
    assertThat(storage.size("job_1/a.mp4")).isEmpty();

    assertThat(send(put(address, "video/mp4", "lecture")).statusCode()).isEqualTo(200);
    assertThat(text("job_1/a.mp4")).isEqualTo("lecture");
  }

  @Test
  void addresses_use_the_host_where_browsers_reach_the_server() {
    URI outside = URI.create("https://media.example.org");
    S3Server.Config inside = (S3Server.Config) server.config(bucket);
    try (S3Storage seen = new S3Storage(new BehindProxy(inside, outside))) {
      assertThat(seen.addressToRead("a", "video/mp4", HOUR).orElseThrow().toString())
          .startsWith("https://media.example.org/" + bucket + "/a?");
      seen.requireUsable();
    }
  }

  @Test
  void an_upload_that_breaks_off_leaves_no_parts() {
    assertProblem(
        ProblemKind.FILE_TOO_LARGE,
        () -> storage.put("job_1/a", new ByteArrayInputStream(new byte[12 << 20]), 11 << 20));

    assertThat(server.blobs().listMultipartUploads(bucket)).isEmpty();
  }

  @Test
  void an_interrupted_thread_copies_nothing_and_stays_interrupted() {
    storage.put("job_1/a", bytes("lecture"), 100);

    Thread.currentThread().interrupt();
    try {
      assertProblem(
          ProblemKind.STORAGE_UNAVAILABLE,
          () -> storage.fetch("job_1/a", temporary.resolve("work")));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(temporary.resolve("work/fetched/job_1/a")).doesNotExist();
  }

  @Test
  void a_missing_server_is_reported_as_unavailable() throws IOException {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    S3Server.Config lost =
        new S3Server.Config(
            Optional.of(bucket), Optional.of(nobody), Optional.of(S3Server.SECRET_KEY));
    try (S3Storage storage = new S3Storage(lost)) {
      assertProblem(ProblemKind.STORAGE_UNAVAILABLE, () -> storage.open("a"));
      assertProblem(ProblemKind.STORAGE_UNAVAILABLE, () -> storage.size("a"));
      assertProblem(ProblemKind.STORAGE_UNAVAILABLE, () -> storage.put("a", bytes("a"), 1));
      assertProblem(ProblemKind.STORAGE_UNAVAILABLE, storage::requireUsable);
    }
  }

  @Test
  void a_wrong_bucket_or_secret_differs_from_a_missing_object() {
    S3Server.Config right = (S3Server.Config) server.config(bucket);
    try (S3Storage other = new S3Storage(server.config("no-such-bucket"))) {
      assertProblem(ProblemKind.STORAGE_UNAVAILABLE, other::requireUsable);
      assertProblem(ProblemKind.STORAGE_UNAVAILABLE, () -> other.open("a"));
    }
    try (S3Storage stranger =
        new S3Storage(
            new S3Server.Config(right.bucket(), right.endpoint(), Optional.of("guessed")))) {
      assertProblem(ProblemKind.STORAGE_UNAVAILABLE, stranger::requireUsable);
      assertProblem(ProblemKind.STORAGE_UNAVAILABLE, () -> stranger.size("a"));
    }
  }

  @Test
  void incomplete_settings_are_refused_at_once() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            new S3Storage(
                new S3Server.Config(Optional.empty(), Optional.empty(), Optional.of("x"))))
        .withMessageContaining("lecture.storage.s3.bucket");
    assertThatIllegalStateException()
        .isThrownBy(() ->
            new S3Storage(
                new S3Server.Config(Optional.of(bucket), Optional.empty(), Optional.empty())))
        .withMessageContaining("lecture.storage.s3.secret-key");
  }

  private record BehindProxy(S3Server.Config inside, URI outside) implements StorageConfig.S3 {
    @Override
    public Optional<String> bucket() {
      return inside.bucket();
    }

    @Override
    public Optional<URI> endpoint() {
      return inside.endpoint();
    }

    @Override
    public Optional<URI> publicEndpoint() {
      return Optional.of(outside);
    }

    @Override
    public String region() {
      return inside.region();
    }

    @Override
    public Optional<String> accessKey() {
      return inside.accessKey();
    }

    @Override
    public Optional<String> secretKey() {
      return inside.secretKey();
    }

    @Override
    public boolean pathStyle() {
      return inside.pathStyle();
    }
  }

  private static HttpRequest.Builder put(URI address, String type, String body) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", type)
        .PUT(BodyPublishers.ofString(body, UTF_8));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
  }
}
