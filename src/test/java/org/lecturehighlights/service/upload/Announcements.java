package org.lecturehighlights.service.upload;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.util.Map;

/** Requests of a client that announces, sends and confirms. */
final class Announcements {
  private Announcements() {}

  record Ticket(String job, String url, String key) {}

  static Ticket announce() {
    Response response =
        given()
            .contentType("application/json")
            .body(announcement("lecture.mp4", UploadProfile.LARGEST, "video/mp4"))
            .post("/api/v1/upload");
    response.then().statusCode(201);
    return new Ticket(
        response.path("job_id"), response.path("upload_url"), response.path("s3_key"));
  }

  static Map<String, Object> announcement(String name, long size, String type) {
    return Map.of(
        "filename", name.replace("\\u0000", "\0"), "file_size", size, "content_type", type);
  }

  static Response send(Ticket ticket, Path file) {
    return given().contentType("video/mp4").body(file.toFile()).put(ticket.url());
  }

  static Response sendCaptions(Ticket ticket, String text) {
    return given()
        .contentType("application/x-subrip")
        .body(text.getBytes(UTF_8))
        .put("/api/v1/upload/" + ticket.job() + "/captions");
  }

  static ValidatableResponse confirm(Ticket ticket) {
    return given()
        .contentType("application/json")
        .body(Map.of("job_id", ticket.job()))
        .post("/api/v1/upload/confirm")
        .then();
  }

  static ValidatableResponse assertProblem(ValidatableResponse response, int status, String code) {
    return response
        .log()
        .ifValidationFails()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("error.code", equalTo(code));
  }
}
