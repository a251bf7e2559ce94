package org.lecturehighlights.app.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.media.hostile.Canaries;
import org.lecturehighlights.lecture.media.hostile.FfmpegWatch;
import org.lecturehighlights.lecture.media.hostile.HostileFolder;
import org.lecturehighlights.lecture.media.hostile.LogWatch;
import org.lecturehighlights.lecture.media.hostile.Specimen;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.storage.ObjectStorage;

/**
 * Files made to do harm are uploaded like lectures, over HTTP; the worker names what is wrong and
 * survives.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HostileMediaTest {
  /** A limit against hanging, far above what a loaded machine needs. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final long SEED = 20_240_917;

  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Canaries canaries;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static HostileFolder folder;

  @Inject LectureTools tools;
  @Inject ObjectStorage storage;

  @BeforeAll
  static void make() throws IOException, InterruptedException {
    canaries = new Canaries(directory);
    folder = HostileFolder.in(Files.createDirectory(directory.resolve("media")), canaries, SEED);
  }

  @AfterAll
  static void release() throws IOException {
    canaries.close();
  }

  @Test
  void each_hostile_file_ends_as_expected_and_reaches_no_other_file_or_server() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<String> jobs = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    try (FfmpegWatch watch = new FfmpegWatch();
        LogWatch log = new LogWatch(Canaries.SONG)) {
      Map<Specimen, Response> answers = new LinkedHashMap<>();
      for (Specimen specimen : folder.specimens()) {
        long start = System.nanoTime();
        Response response = submit(specimen.file(), specimen.toString());
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
            "hostile %-24s answered %d in %d ms%n", specimen, response.statusCode(), millis);
        answers.put(specimen, response);
        said.append(response.asString());
      }
      answers.forEach((specimen, response) -> {
        boolean accepted = response.statusCode() == 201;
        String end = accepted ? endOf(jobs, response, said) : response.path("error.code");
        System.out.printf("hostile %-24s %s%n", specimen, end);
        if (!specimen.ends().contains(end) || response.statusCode() >= 500) {
          wrong.add(specimen + " ended as " + end + " " + response.asString());
        }
      });
      System.out.printf("hostile media, seed %d: %s%n", SEED, watch);
      assertThat(log.heard()).isEmpty();
    }
    assertThat(wrong).isEmpty();
    assertThat(canaries.touched()).isEmpty();
    assertThat(said).doesNotContain(Canaries.SONG);
    for (String job : jobs) {
      assertThat(outputsWithSong(job)).as(job).isEmpty();
    }
    List<String> last = new ArrayList<>();
    Response good = submit(folder.good(), "good.mp4");
    assertThat(endOf(last, good, said)).isEqualTo(Specimen.COMPLETED);
  }

  @Test
  void odd_file_names_are_refused_or_harmless() throws Exception {
    // Letters outside ASCII are tried by the tests that name files in JSON, because this client
    // cannot send them.
    for (String name : List.of("-i.mp4", "%d.mp4", "..mp4", "a;rm -rf.mp4", "a'b.mp4")) {
      Response response = submit(folder.good(), name);
      assertThat(response.statusCode()).as(name).isEqualTo(201);
      assertThat(endOf(new ArrayList<>(), response, new StringBuilder()))
          .as(name)
          .isEqualTo(Specimen.COMPLETED);
    }
    for (String name :
        List.of("file:a.mp4", "a\u0007.mp4", "../a.mp4", "x".repeat(300) + ".mp4", "a|b.mp4")) {
      Response response = submit(folder.good(), name);
      assertThat(response.statusCode()).as(name).isEqualTo(400);
      assertThat(response.<String>path("error.code")).isEqualTo("VALIDATION_ERROR");
    }
  }

  @Test
  void odd_file_names_are_harmless_on_the_command_line_too() throws Exception {
    for (String name :
        List.of(
            "-y.mp4", "%03d.mp4", "a\nb.mp4", "file:x.mp4", "ü 😀.mp4", "x".repeat(240) + ".mp4")) {
      Path file = Files.copy(folder.good(), directory.resolve(name));
      Path output = Files.createDirectory(directory.resolve("out of " + name.replace(".mp4", "")));
      LectureResult result =
          new ExtractHighlights(tools, Clock.systemUTC())
              .run(
                  file,
                  Optional.empty(),
                  new ClipRules(1, Duration.ofSeconds(1), Duration.ofSeconds(3)),
                  output,
                  (stage, fraction) -> {});
      assertThat(result.rendered()).as(name).isNotEmpty();
      try (Stream<Path> written = Files.list(output)) {
        assertThat(written).as(name).allMatch(path -> path.toFile().length() > 0);
      }
    }
  }

  private static String endOf(List<String> jobs, Response accepted, StringBuilder said) {
    String job = accepted.path("job_id");
    jobs.add(job);
    JsonPath end =
        await()
            .atMost(PATIENCE)
            .until(
                () -> given().get("/api/v1/jobs/" + job).jsonPath(),
                seen -> !List.of("queued", "running").contains(seen.getString("status")));
    said.append(end.prettify());
    return end.getString("status").equals("failed")
        ? String.valueOf(end.getString("error_code"))
        : end.getString("status");
  }

  private List<String> outputsWithSong(String job) throws IOException {
    List<String> found = new ArrayList<>();
    for (String key : storage.list(job)) {
      // The uploaded file may name whatever it likes.
      if (!key.contains("/upload/")) {
        try (var bytes = storage.open(key)) {
          String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
          if (text.contains(Canaries.SONG)) {
            found.add(key);
          }
        }
      }
    }
    return found;
  }

  private static Response submit(Path file, String name) throws IOException {
    String type = name.endsWith("mkv") ? "video/x-matroska" : "video/mp4";
    return given()
        .multiPart(
            new MultiPartSpecBuilder(Files.readAllBytes(file))
                .controlName("file")
                .fileName(name)
                .charset(StandardCharsets.UTF_8)
                .mimeType(type)
                .build())
        .multiPart("clip_count", "1")
        .multiPart("clip_min_seconds", "1")
        .multiPart("clip_max_seconds", "3")
        .post("/api/v1/jobs");
  }
}
