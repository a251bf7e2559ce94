package org.lecturehighlights.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alice's work against alice, an admin, bob and nobody, in every operation that there is. */
@QuarkusTest
@TestProfile(SecuredProfile.class)
class OwnershipMatrixTest {
  @Inject Victims victims;

  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  @Test
  void every_operation_has_a_recipe_and_every_recipe_an_operation() {
    assertThat(Recipes.all().keySet()).containsExactlyInAnyOrderElementsOf(Operations.all());
  }

  @Test
  void nobody_reads_or_writes_anything() {
    SoftAssertions wrong = new SoftAssertions();
    everyRecipe((operation, recipe) -> {
      Victim victim = victims.make(recipe.state());
      List<String> before = victims.everythingOf(victim);
      Response answer = call(operation, recipe, victim, null);
      wrong.assertThat(answer.statusCode()).as(operation).isEqualTo(401);
      wrong.assertThat(answer.contentType()).as(operation).startsWith("application/problem+json");
      wrong.assertThat(answer.header("WWW-Authenticate")).as(operation).isEqualTo("Bearer");
      if (!operation.startsWith("HEAD ")) {
        wrong.assertThat(answer.asString()).as(operation).contains("\"code\":\"UNAUTHORIZED\"");
      }
      wrong.assertThat(victims.everythingOf(victim)).as(operation).isEqualTo(before);
    });
    wrong.assertAll();
  }

  @Test
  void another_user_reads_and_writes_nothing_and_cannot_tell_that_it_is_there() {
    SoftAssertions wrong = new SoftAssertions();
    everyRecipe((operation, recipe) -> {
      Victim victim = victims.make(recipe.state());
      List<String> before = victims.everythingOf(victim);
      Response answer = call(operation, recipe, victim, issuer.token("bob"));
      wrong
          .assertThat(answer.statusCode())
          .as(operation)
          .isEqualTo(recipe.namesJob() ? 404 : recipe.toOwner());
      wrong.assertThat(answer.asString()).as(operation).doesNotContain(victim.secret());
      if (recipe.namesJob()) {
        wrong
            .assertThat(answer.asString())
            .as(operation)
            .isEqualTo(ofAbsent(operation, recipe, victim));
      } else {
        wrong.assertThat(answer.asString()).as(operation).doesNotContain(victim.jobId());
      }
      wrong.assertThat(victims.everythingOf(victim)).as(operation).isEqualTo(before);
    });
    wrong.assertAll();
  }

  @Test
  void the_owner_and_an_admin_get_in() {
    Map<String, String> welcome =
        Map.of("alice", issuer.token("alice"), "admin", issuer.token("root", "admin"));
    SoftAssertions wrong = new SoftAssertions();
    everyRecipe((operation, recipe) ->
        welcome.forEach((who, token) -> {
          Response answer = call(operation, recipe, victims.make(recipe.state()), token);
          wrong
              .assertThat(answer.statusCode())
              .as("%s as %s: %s", operation, who, answer.asString())
              .isEqualTo(who.equals("admin") ? recipe.toAdmin() : recipe.toOwner());
        }));
    wrong.assertAll();
  }

  @Test
  void lists_hold_ones_own_work_only() {
    Victim victim = victims.make("completed");
    assertThat(given().auth().oauth2(issuer.token("alice")).get("/api/v1/jobs").asString())
        .contains(victim.secret());
    assertThat(given().auth().oauth2(issuer.token("root", "admin")).get("/api/v1/jobs").asString())
        .contains(victim.secret());
    Response bobs = given().auth().oauth2(issuer.token("carol")).get("/api/v1/jobs");
    assertThat(bobs.<List<Object>>path("jobs")).isEmpty();
    assertThat(bobs.<Integer>path("total")).isZero();
  }

  @Test
  void a_search_finds_ones_own_work_only() {
    Victim victim = victims.make("completed");
    assertThat(found(issuer.token("alice"), victim).<List<String>>path("hits.job_id"))
        .containsOnly(victim.jobId());
    assertThat(found(issuer.token("root", "admin"), victim).<List<String>>path("hits.job_id"))
        .containsOnly(victim.jobId());
    assertThat(found(issuer.token("carol"), victim).<List<String>>path("hits")).isEmpty();
    given()
        .auth()
        .oauth2(issuer.token("carol"))
        .queryParam("q", victim.secret())
        .queryParam("job_id", victim.jobId())
        .get("/api/v1/search")
        .then()
        .statusCode(404);
  }

  private static Response found(String token, Victim victim) {
    return given().auth().oauth2(token).queryParam("q", victim.secret()).get("/api/v1/search");
  }

  @Test
  void keys_cannot_be_guessed() {
    Victim victim = victims.make("completed");
    for (String key :
        List.of(
            "{video_key}",
            "{thumbnail_key}",
            "{subtitle_key}",
            "{lecture_key}",
            "/{lecture_key}",
            "./{lecture_key}",
            "clips/../{lecture_key}",
            "job_none/../{lecture_key}",
            "{lecture_key}\u0000",
            "%2e%2e/{lecture_key}")) {
      given()
          .auth()
          .oauth2(issuer.token("bob"))
          .queryParam("key", victim.fill(key))
          .get("/api/v1/videos/presigned-url")
          .then()
          .statusCode(key.endsWith("\u0000") ? 400 : 404);
    }
  }

  private interface Check {
    void run(String operation, Recipe recipe);
  }

  private static void everyRecipe(Check check) {
    Recipes.all().forEach(check::run);
  }

  /** What bob reads of a job that does not exist, under the same name. */
  private String ofAbsent(String operation, Recipe recipe, Victim victim) {
    Victim absent = new Victim("job_" + victim.jobId().substring(4).replaceAll("[0-9]", "f"), "");
    return call(operation, recipe, absent, issuer.token("bob"))
        .asString()
        .replace(absent.jobId(), victim.jobId());
  }

  private static Response call(
      String operation, Recipe recipe, Victim victim, @Nullable String token) {
    String[] parts = operation.split(" ", 2);
    RequestSpecification request = given().redirects().follow(false);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    recipe.apply(request, victim);
    return request.request(parts[0], victim.fill(parts[1]));
  }
}
