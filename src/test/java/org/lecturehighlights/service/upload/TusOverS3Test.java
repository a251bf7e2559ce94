package org.lecturehighlights.service.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.lecturehighlights.service.upload.TusRequests.append;
import static org.lecturehighlights.service.upload.TusRequests.ask;
import static org.lecturehighlights.service.upload.TusRequests.assertProblem;
import static org.lecturehighlights.service.upload.TusRequests.assertStored;
import static org.lecturehighlights.service.upload.TusRequests.create;
import static org.lecturehighlights.service.upload.TusRequests.find;
import static org.lecturehighlights.service.upload.TusRequests.job;
import static org.lecturehighlights.service.upload.TusRequests.metadata;
import static org.lecturehighlights.service.upload.TusRequests.path;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.platform.security.TestIssuer;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.upload.RawHttp.Answer;

/** Resumable uploads by users into an object store, and what they may not do. */
@QuarkusTest
@TestProfile(TusOverS3Profile.class)
class TusOverS3Test {
  /** As many bytes as eighteen digits can say. */
  private static final long MORE_THAN_ANY_DISK = 999_999_999_999_999_999L;

  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init") // The resource of the profile puts it there.
  TestIssuer issuer;

  @Inject ObjectStorage storage;

  @Test
  void a_lecture_in_pieces_becomes_an_object_of_the_bucket() throws Exception {
    byte[] lecture = Files.readAllBytes(Recordings.in(directory).lecture());
    String[] alice = as("alice");
    String path = path(create(lecture.length, metadata("lecture.mp4"), alice));
    int half = lecture.length / 2;
    assertThat(append(path, 0, Arrays.copyOf(lecture, half), alice).offset()).isEqualTo(half);
    assertThat(storage.list(job(path))).isEmpty();

    byte[] rest = Arrays.copyOfRange(lecture, half, lecture.length);
    Answer last = append(path, half, rest, alice);

    assertThat(last.status()).as(last.body()).isEqualTo(204);
    assertStored(path, lecture, storage);
    assertThat(find(path, alice).offset()).isEqualTo(lecture.length);
    given()
        .auth()
        .oauth2(issuer.token("alice"))
        .get("/api/v1/jobs/" + job(path))
        .then()
        .body("status", equalTo("queued"));
    assertThat(find(path, as("mallory")).status()).isEqualTo(404);
  }

  @Test
  void what_no_disk_has_room_for_is_refused_before_bytes_come() throws IOException {
    Answer refused = create(MORE_THAN_ANY_DISK, metadata("lecture.mp4"), as("hoarder"));
    assertProblem(refused, 507, "STORAGE_FULL");
  }

  @Test
  void nobody_has_more_open_uploads_than_allowed() throws IOException {
    String[] busy = as("busy");
    String first = path(create(1000, metadata("lecture.mp4"), busy));
    create(1000, metadata("lecture.mp4"), busy);
    assertProblem(create(1000, metadata("lecture.mp4"), busy), 429, "TOO_MANY_UPLOADS");
    assertThat(create(1000, metadata("lecture.mp4"), as("idle")).status()).isEqualTo(201);

    assertThat(ask("DELETE", first, TusRequests.with(busy, "Tus-Resumable", "1.0.0")).status())
        .isEqualTo(204);
    assertThat(create(1000, metadata("lecture.mp4"), busy).status()).isEqualTo(201);
  }

  private String[] as(String user) {
    return new String[] {"Authorization", "Bearer " + issuer.token(user)};
  }
}
