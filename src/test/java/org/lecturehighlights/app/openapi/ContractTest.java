package org.lecturehighlights.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The check of all answers finds what it should find. */
@QuarkusTest
class ContractTest {
  private static final String JSON = "application/json";
  private static final String SOUND =
      """
      {"jobs": [], "total": 0, "total_estimated": false, "next_cursor": null}
      """;

  private final Contract contract = WatchContract.contract();

  @Test
  void a_correct_answer_passes() {
    assertThat(violations(200, JSON, SOUND)).isEmpty();
  }

  @Test
  void an_undocumented_status_is_seen() {
    assertThat(violations(418, JSON, "{}")).isNotEmpty();
  }

  @Test
  void a_missing_member_is_seen() {
    assertThat(violations(200, JSON, SOUND.replace("\"total\": 0,", ""))).isNotEmpty();
  }

  @Test
  void a_member_of_the_wrong_type_is_seen() {
    assertThat(violations(200, JSON, SOUND.replace("0", "\"none\""))).isNotEmpty();
  }

  @Test
  void an_undocumented_member_is_seen() {
    assertThat(violations(200, JSON, SOUND.replace("{", "{\"more\": 1,"))).isNotEmpty();
  }

  @Test
  void a_null_where_none_is_documented_is_seen() {
    assertThat(violations(200, JSON, SOUND.replace("[]", "null"))).isNotEmpty();
  }

  @Test
  void an_undocumented_content_type_is_seen() {
    assertThat(violations(200, "text/html", "")).isNotEmpty();
  }

  @Test
  void a_problem_that_is_not_declared_is_seen() {
    assertThat(problem("VALIDATION_ERROR")).isEmpty();
    assertThat(problem("FILE_NOT_FOUND")).containsExactly("problem FILE_NOT_FOUND is not declared");
  }

  @Test
  void a_wrong_method_without_allow_is_seen() {
    assertThat(
            contract.violations(
                new Answer("DELETE", "/api/v1/upload", 405, "application/problem+json", null, "")))
        .isNotEmpty();
  }

  private List<String> problem(String code) {
    return violations(
        400,
        "application/problem+json",
        """
        {"type": "urn:x", "title": "", "status": 400, "detail": "", "instance": "/",
         "error": {"code": "%s", "message": ""}}
        """
            .formatted(code));
  }

  private List<String> violations(int status, @Nullable String type, String body) {
    return contract.violations(new Answer("GET", "/api/v1/jobs", status, type, null, body));
  }
}
