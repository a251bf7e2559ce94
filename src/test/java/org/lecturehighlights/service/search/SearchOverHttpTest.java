package org.lecturehighlights.service.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.TranscriptService;
import org.lecturehighlights.lecture.transcript.Word;
import org.lecturehighlights.platform.database.PostgresResource;
import org.lecturehighlights.platform.database.SampleJobs;
import org.lecturehighlights.platform.storage.StorageResource;
import org.lecturehighlights.service.clip.ClipService;
import org.lecturehighlights.service.clip.SampleResults;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(StorageResource.class)
class SearchOverHttpTest {
  @Inject SampleJobs jobs;
  @Inject TranscriptService transcripts;
  @Inject ClipService clips;

  @Test
  void a_hit_gives_its_position_to_the_second() {
    String word = uniqueWord();
    String job = jobs.completed();
    transcripts.replace(
        job,
        new Transcript(
            Transcript.Source.CAPTION_FILE,
            List.of(
                new TranscriptSegment(
                    Span.ofSeconds(10, 14),
                    "Here <b>" + word + "</b> is lectureSaying.",
                    null,
                    null,
                    List.of(
                        new Word(Span.ofSeconds(10, 10.5), "Here"),
                        new Word(Span.ofSeconds(12.25, 13), word))))));
    clips.replace(job, List.of(SampleResults.clip(job, 1, 2, 28)));
    given()
        .queryParam("q", word)
        .get("/api/v1/search")
        .then()
        .statusCode(200)
        .header("Cache-Control", "private, no-cache")
        .body("query", equalTo(word))
        .body("hits.size()", equalTo(1))
        .body("hits[0].job_id", equalTo(job))
        .body("hits[0].filename", equalTo("Databases & SQL.mp4"))
        .body("hits[0].segment_id", startsWith("seg_"))
        .body("hits[0].start_time", equalTo(10f))
        .body("hits[0].end_time", equalTo(14f))
        .body("hits[0].match_time", equalTo(12.25f))
        .body("hits[0].text", equalTo("Here <b>" + word + "</b> is lectureSaying."))
        .body("hits[0].matches", equalTo(List.of(Map.of("start", 8, "end", 41))))
        .body("hits[0].clip_id", equalTo(SampleResults.clipId(job, 1)))
        .body("next_cursor", equalTo(null));
  }

  @ParameterizedTest
  @CsvSource({
    "sema,0",
    "SEMAPHORES,0",
    "what is a semaphore,0",
    "race conditions,1",
    "'\"race conditions\"',1",
    "'\"conditions race\"',",
    "kernel -table,3",
    "lock or mutex,2",
    "操作系统,4",
    "系统,4",
    "统系,",
    "o'clock,5",
    "phore,",
    "!!!,",
    "-kernel,",
    "the and of,",
  })
  void words_phrases_and_prefixes_are_found(String query, @Nullable Integer segment) {
    String job =
        lectureSaying(
            "A semaphore counts.",
            "Race conditions are bugs.",
            "A mutex is owned.",
            "The kernel runs.",
            "这是操作系统的内核",
            "At nine O'Clock.",
            "The kernel keeps a table.");
    List<Double> expected = segment == null ? List.of() : List.of(segment * 10.0);
    assertThat(times(search(job, query))).as(query).isEqualTo(expected);
  }

  @Test
  void a_phrase_across_two_segments_is_found_where_it_begins() {
    String job = lectureSaying("We look at virtual", "memory and its pages.", "Memory is small.");
    assertThat(times(search(job, "\"virtual memory\""))).containsExactly(0.0);
    assertThat(times(search(job, "memory"))).containsExactlyInAnyOrder(10.0, 20.0);
  }

  @Test
  void exact_matches_come_before_prefix_matches() {
    String job =
        lectureSaying("Schedulers are there.", "The sched is here.", "Scheduling is an art.");
    assertThat(times(search(job, "sched"))).hasSize(3).startsWith(10.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ärger", "Ärger", "ÄRGER", "\"ärger macht\"", "ärg"})
  void case_is_ignored_in_all_scripts(String query) {
    String job = lectureSaying("Ärger macht müde.", "Nur ÄRGER macht das.", "Kein Glück.");
    assertThat(times(search(job, query))).as(query).containsExactlyInAnyOrder(0.0, 10.0);
  }

  @Test
  void inflections_match_in_the_given_language() {
    assertThat(times(search(lectureSaying("Операционная система."), "операционная"))).hasSize(1);
    String job = lectureSaying("Der Prozess wartet.", "Alle Prozesse warten.");
    assertThat(times(search(job, "Prozessen", "de"))).containsExactlyInAnyOrder(0.0, 10.0);
    assertThat(times(search(job, "Prozessen", "xx"))).isEmpty();
  }

  @Test
  void pages_follow_each_other_without_gaps() {
    String job =
        lectureSaying(
            IntStream.range(0, 25).mapToObj(i -> "Topic %d.".formatted(i)).toArray(String[]::new));
    List<Double> found = new ArrayList<>();
    String cursor = null;
    int pages = 0;
    do {
      var request =
          given().queryParam("q", "topic").queryParam("job_id", job).queryParam("limit", 10);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      JsonPath page = request.get("/api/v1/search").jsonPath();
      found.addAll(times(page));
      cursor = page.getString("next_cursor");
      pages++;
    } while (cursor != null);
    assertThat(pages).isEqualTo(3);
    assertThat(found)
        .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(i -> i * 10.0).toList());
  }

  @Test
  void only_completed_lectures_are_searched() {
    String word = uniqueWord();
    for (String status : List.of("pending", "queued", "running", "failed", "cancelled")) {
      String job = jobs.insert(status);
      transcripts.replace(job, transcript(word));
      given()
          .queryParam("q", word)
          .queryParam("job_id", job)
          .get("/api/v1/search")
          .then()
          .statusCode(409)
          .body("error.code", equalTo("JOB_NOT_COMPLETED"));
    }
    given().queryParam("q", word).get("/api/v1/search").then().body("hits.size()", equalTo(0));
  }

  @Test
  void an_unknown_lecture_is_not_searched() {
    given()
        .queryParam("q", "word")
        .queryParam("job_id", "job_000000000000")
        .get("/api/v1/search")
        .then()
        .statusCode(404)
        .body("error.code", equalTo("JOB_NOT_FOUND"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?q=",
        "?q=%20%00%09",
        "?q=a&limit=0",
        "?q=a&limit=101",
        "?q=a&limit=x",
        "?q=a&cursor=x",
        "?q=a&cursor=MSAx",
        "?q=a&language=english",
      })
  void a_query_without_words_is_refused(String query) {
    int status = given().urlEncodingEnabled(false).get("/api/v1/search" + query).statusCode();
    assertThat(status).as(query).isEqualTo(400);
  }

  @Test
  void a_query_that_is_too_long_is_refused() {
    given().queryParam("q", "a".repeat(200)).get("/api/v1/search").then().statusCode(200);
    given().queryParam("q", "a".repeat(201)).get("/api/v1/search").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "\"",
        "\"a",
        "a & b",
        "a:*",
        "(",
        "\\",
        "a\\'b",
        "<->",
        "%",
        "\"操",
        "e-mail x.y/z"
      })
  void any_syntax_is_accepted_as_a_query(String typed) {
    given().queryParam("q", typed).get("/api/v1/search").then().statusCode(200);
  }

  /** A word that occurs in no other lecture. */
  private static String uniqueWord() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }

  private static JsonPath search(String job, String query) {
    return search(job, query, "en");
  }

  private static JsonPath search(String job, String query, String language) {
    return given()
        .queryParam("q", query)
        .queryParam("language", language)
        .queryParam("job_id", job)
        .get("/api/v1/search")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<Double> times(JsonPath page) {
    return page.getList("hits.start_time", Double.class);
  }

  /** A lecture with these sentences, ten seconds each. */
  private String lectureSaying(String... sentences) {
    String job = jobs.completed();
    transcripts.replace(job, transcript(sentences));
    return job;
  }

  private static Transcript transcript(String... sentences) {
    return new Transcript(
        Transcript.Source.CAPTION_FILE,
        IntStream.range(0, sentences.length)
            .mapToObj(i ->
                new TranscriptSegment(
                    Span.ofSeconds(10 * i, 10 * i + 9), sentences[i], null, null, List.of()))
            .toList());
  }
}
