package org.lecturehighlights.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lecturehighlights.service.upload.TusRequests.append;
import static org.lecturehighlights.service.upload.TusRequests.appendInChunks;
import static org.lecturehighlights.service.upload.TusRequests.ask;
import static org.lecturehighlights.service.upload.TusRequests.assertProblem;
import static org.lecturehighlights.service.upload.TusRequests.assertQueuedWhole;
import static org.lecturehighlights.service.upload.TusRequests.create;
import static org.lecturehighlights.service.upload.TusRequests.expires;
import static org.lecturehighlights.service.upload.TusRequests.find;
import static org.lecturehighlights.service.upload.TusRequests.job;
import static org.lecturehighlights.service.upload.TusRequests.metadata;
import static org.lecturehighlights.service.upload.TusRequests.patchHeaders;
import static org.lecturehighlights.service.upload.TusRequests.path;
import static org.lecturehighlights.service.upload.TusRequests.sum;
import static org.lecturehighlights.service.upload.TusRequests.with;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.upload.RawHttp.Answer;

/** What https://tus.io/protocols/resumable-upload asks of a server: the bytes of an upload. */
@QuarkusTest
@TestProfile(UploadProfile.class)
class TusPiecesTest {
  @TempDir static Path directory;
  private static byte[] lecture;

  @Inject ObjectStorage storage;

  @BeforeAll
  static void record() throws IOException, InterruptedException {
    lecture = Files.readAllBytes(Recordings.in(directory).lecture());
  }

  @Test
  void a_lecture_in_random_pieces_is_queued_with_the_last_byte() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    int offset = 0;
    while (offset < lecture.length) {
      int end = Math.min(lecture.length, offset + 1 + random.nextInt(lecture.length / 5));
      byte[] piece = Arrays.copyOfRange(lecture, offset, end);
      Answer answer =
          switch (random.nextInt(4)) {
            case 0 -> append(path, offset, piece, "Upload-Checksum", sum("sha1", "SHA-1", piece));
            case 1 ->
                append(path, offset, piece, "Upload-Checksum", sum("sha256", "SHA-256", piece));
            case 2 -> appendInChunks(path, offset, piece);
            default -> append(path, offset, piece);
          };
      assertThat(answer.status()).as(answer.body()).isEqualTo(204);
      assertThat(answer.offset()).isEqualTo(end);
      assertThat(expires(answer)).isAfter(ZonedDateTime.now());
      offset = end;
    }
    assertQueuedWhole(path, lecture, storage);
  }

  @Test
  void a_connection_that_is_cut_keeps_what_arrived_and_goes_on() throws IOException {
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    int half = lecture.length / 2;
    try (RawHttp http = new RawHttp()) {
      http.head("PATCH", path, patchHeaders(0, lecture.length)).send(Arrays.copyOf(lecture, half));
      awaitOffset(path, half);
      http.cut();
    }
    // The server may notice the cut a moment later.
    byte[] rest = Arrays.copyOfRange(lecture, half, lecture.length);
    await().atMost(Duration.ofSeconds(30)).until(() -> append(path, half, rest).status() == 204);
    assertQueuedWhole(path, lecture, storage);
  }

  @Test
  void bytes_without_a_proof_do_not_count_when_the_connection_is_cut() throws Exception {
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    append(path, 0, Arrays.copyOf(lecture, 1000));
    byte[] rest = Arrays.copyOfRange(lecture, 1000, lecture.length);
    try (RawHttp http = new RawHttp()) {
      http.head(
              "PATCH",
              path,
              with(patchHeaders(1000, rest.length), "Upload-Checksum", sum("sha1", "SHA-1", rest)))
          .send(Arrays.copyOf(rest, rest.length / 2));
      Path part = Path.of("target/upload-test/storage/.resumable", job(path) + ".part");
      await().atMost(Duration.ofSeconds(30)).until(() -> Files.size(part) > 1000);
      assertThat(find(path).offset()).isEqualTo(1000);
      http.cut();
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            append(path, 1000, rest, "Upload-Checksum", sum("sha1", "SHA-1", rest)).status()
                == 204);
    assertQueuedWhole(path, lecture, storage);
  }

  @Test
  void a_wrong_checksum_throws_the_piece_away() throws Exception {
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    append(path, 0, Arrays.copyOf(lecture, 1000));
    byte[] piece = Arrays.copyOfRange(lecture, 1000, 3000);
    Answer refused = append(path, 1000, piece, "Upload-Checksum", sum("sha1", "SHA-1", lecture));
    assertProblem(refused, 460, "CHECKSUM_MISMATCH");
    assertThat(find(path).offset()).isEqualTo(1000);
    assertThat(append(path, 1000, piece, "Upload-Checksum", sum("md5", "MD5", piece)).offset())
        .isEqualTo(3000);
  }

  @ParameterizedTest
  @CsvSource({"crc32 AAAA", "sha1", "sha1 ==="})
  void a_checksum_that_cannot_be_read_is_refused(String header) throws IOException {
    String path = path(create(1000, metadata("lecture.mp4")));
    assertProblem(
        append(path, 0, new byte[10], "Upload-Checksum", header), 400, "VALIDATION_ERROR");
    assertThat(find(path).offset()).isZero();
  }

  @Test
  void bytes_from_a_wrong_offset_are_refused() throws IOException {
    String path = path(create(1000, metadata("lecture.mp4")));
    append(path, 0, new byte[10]);
    assertProblem(append(path, 0, new byte[10]), 409, "UPLOAD_OFFSET_CONFLICT");
    assertProblem(append(path, 11, new byte[10]), 409, "UPLOAD_OFFSET_CONFLICT");
    assertProblem(append(path, -1, new byte[10]), 400, "VALIDATION_ERROR");
    assertThat(find(path).offset()).isEqualTo(10);
  }

  @Test
  void more_bytes_than_announced_are_refused_and_none_stays() throws IOException {
    String path = path(create(1000, metadata("lecture.mp4")));
    append(path, 0, new byte[10]);
    assertProblem(append(path, 10, new byte[991]), 413, "FILE_TOO_LARGE");
    assertProblem(appendInChunks(path, 10, new byte[991]), 413, "FILE_TOO_LARGE");
    assertThat(find(path).offset()).isEqualTo(10);
  }

  @Test
  void two_cannot_write_at_once() throws IOException {
    String path = path(create(lecture.length, metadata("lecture.mp4")));
    try (RawHttp first = new RawHttp()) {
      first.head("PATCH", path, patchHeaders(0, lecture.length)).send(Arrays.copyOf(lecture, 100));
      awaitOffset(path, 100);
      assertProblem(append(path, 100, new byte[10]), 423, "UPLOAD_IN_USE");
      assertProblem(ask("DELETE", path, "Tus-Resumable", "1.0.0"), 423, "UPLOAD_IN_USE");
      first.send(Arrays.copyOfRange(lecture, 100, lecture.length));
      assertThat(first.answer(true).status()).isEqualTo(204);
    }
    assertQueuedWhole(path, lecture, storage);
  }

  private static void awaitOffset(String path, long offset) {
    await().atMost(Duration.ofSeconds(30)).until(() -> find(path).offset() == offset);
  }
}
