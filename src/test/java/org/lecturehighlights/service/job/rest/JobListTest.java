package org.lecturehighlights.service.job.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.service.job.JobIds;
import org.lecturehighlights.service.job.JobService;
import org.lecturehighlights.service.job.NewJob;
import org.lecturehighlights.service.job.ProcessingConfig;
import org.lecturehighlights.service.upload.UploadProfile;

/** The list of jobs; each test finds its own jobs by a word in their file names. */
@QuarkusTest
@TestProfile(UploadProfile.class)
class JobListTest {
  private static final String JOBS = "/api/v1/jobs";

  @Inject JobService jobs;
  @Inject AgroalDataSource database;

  private final String word = UUID.randomUUID().toString();

  @ParameterizedTest
  @ValueSource(
      strings = {"created_at", "-created_at", "updated_at", "-updated_at", "filename", "-filename"})
  void cursor_pages_list_every_job_once_and_in_order_while_jobs_are_added(String sort) {
    for (String name : List.of("c", "a", "e", "b", "d")) {
      create(name);
    }
    List<String> whole = names(mine().queryParam("sort", sort).get(JOBS).jsonPath());
    assertThat(whole).hasSize(5);

    List<String> listed = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification request = mine().queryParam("sort", sort).queryParam("limit", 2);
      JsonPath page =
          (cursor == null ? request : request.queryParam("cursor", cursor)).get(JOBS).jsonPath();
      listed.addAll(names(page));
      // These sort before the jobs already listed, in every order.
      create(sort.equals("filename") ? "_" : sort.equals("-filename") ? "z" : "new");
      cursor = page.getString("next_cursor");
    } while (cursor != null && listed.size() < 20);

    assertThat(listed).startsWith(whole.get(0), whole.get(1)).containsAll(whole);
    assertThat(listed).filteredOn(whole::contains).isEqualTo(whole);
    if (sort.startsWith("-")) {
      assertThat(listed).isEqualTo(whole);
    }
  }

  @Test
  void limit_and_offset_select_a_page_and_the_last_page_has_no_cursor() {
    for (String name : List.of("a", "b", "c")) {
      create(name);
    }
    JsonPath page = mine().queryParam("limit", 2).queryParam("offset", 1).get(JOBS).jsonPath();
    assertThat(names(page)).containsExactly("b", "a");
    assertThat(page.getLong("total")).isEqualTo(3);
    assertThat(page.getBoolean("total_estimated")).isFalse();
    assertThat(page.getString("next_cursor")).isNull();
    mine().queryParam("limit", 3).get(JOBS).then().body("next_cursor", nullValue());
  }

  @Test
  void filters_narrow_the_list_and_its_total() throws SQLException {
    String failed = create("100%_A");
    String pending = create("other");
    execute(
        "update jobs set status = 'failed', created_at = '2020-05-01Z' where job_id = ?", failed);

    expect("status", "failed", failed);
    expect("status", "pending,running", pending);
    expect("created_before", "2020-05-01T02:00:01+02:00", failed);
    expect("created_after", "2020-05-01T00:00:00Z", pending);
    given()
        .queryParam("q", word + " 100%_a")
        .get(JOBS)
        .then()
        .body("total", equalTo(1))
        .body("jobs[0].job_id", equalTo(failed));
    given().queryParam("q", word + " 1__%").get(JOBS).then().body("total", equalTo(0));
    mine()
        .queryParam("status", "failed")
        .queryParam("status", "pending")
        .get(JOBS)
        .then()
        .body("total", equalTo(2));
  }

  @ParameterizedTest
  @CsvSource({
    "status,         done",
    "status,         'failed,'",
    "sort,           owner",
    "sort,           'filename; drop table jobs'",
    "cursor,         nonsense",
    "cursor,         LWNyZWF0ZWRfYXQKMQpub3c",
    "cursor,         ZmlsZW5hbWUKMQph",
    "created_after,  yesterday",
    "created_after,  2026-01-01T00:00:00",
    "created_before, +999999999-01-01T00:00:00Z",
    "limit,          0",
    "limit,          101",
    "limit,          many",
    "offset,         -1",
  })
  void a_bad_parameter_is_refused(String name, String value) {
    given()
        .queryParam(name, value)
        .get(JOBS)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(400)
        .body("error.code", equalTo("VALIDATION_ERROR"));
  }

  @Test
  void a_cursor_excludes_an_offset_and_another_sort_order() {
    create("a");
    create("b");
    String cursor = mine().queryParam("limit", 1).get(JOBS).path("next_cursor");
    mine().queryParam("cursor", cursor).queryParam("offset", 1).get(JOBS).then().statusCode(400);
    mine()
        .queryParam("cursor", cursor)
        .queryParam("sort", "filename")
        .get(JOBS)
        .then()
        .statusCode(400)
        .body("error.field", equalTo("cursor"));
  }

  @Test
  void a_large_total_is_estimated_and_counted_only_on_request() throws SQLException {
    try {
      execute(
          "insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status,"
              + " created_at, updated_at) select 'job_many_' || i, ?, 1, 'video/mp4', 'k',"
              + " 'failed', now(), now() from generate_series(1, 1050) i",
          word);
      JsonPath page = mine().queryParam("limit", 1).get(JOBS).jsonPath();
      assertThat(page.getBoolean("total_estimated")).isTrue();
      assertThat(page.getLong("total")).isGreaterThan(1_000);
      page = mine().queryParam("limit", 1).queryParam("exact_total", true).get(JOBS).jsonPath();
      assertThat(page.getBoolean("total_estimated")).isFalse();
      assertThat(page.getLong("total")).isEqualTo(1_050);
    } finally {
      execute("delete from jobs where filename = ?", word);
    }
  }

  private RequestSpecification mine() {
    return given().queryParam("q", word);
  }

  private void expect(String name, String value, String job) {
    mine()
        .queryParam(name, value)
        .get(JOBS)
        .then()
        .log()
        .ifValidationFails()
        .body("total", equalTo(1))
        .body("jobs[0].job_id", equalTo(job));
  }

  private String create(String name) {
    String job = JobIds.next();
    jobs.create(
        new NewJob(
            job,
            word + " " + name,
            1,
            "video/mp4",
            job + "/upload/original.mp4",
            Optional.empty(),
            ProcessingConfig.DEFAULT));
    return job;
  }

  private List<String> names(JsonPath page) {
    List<String> names = page.getList("jobs.filename");
    return names.stream().map(name -> name.substring(word.length() + 1)).toList();
  }

  private void execute(String sql, String value) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      statement.executeUpdate();
    }
  }
}
