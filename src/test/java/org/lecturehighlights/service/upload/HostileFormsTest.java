package org.lecturehighlights.service.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that are none, or that would fill memory, are refused while they are read. */
@QuarkusTest
@TestProfile(UploadProfile.class)
class HostileFormsTest {
  private static final String END = "--x--\r\n";

  static Stream<Arguments> forms() {
    String field = part("prompt", "", "graphs");
    return Stream.of(
        Arguments.of("more than 30 parts", "boundary=x", field.repeat(31) + END),
        Arguments.of("1,001 parts", "boundary=x", field.repeat(1001) + END),
        Arguments.of("no boundary", "charset=utf-8", field + END),
        Arguments.of("an empty boundary", "boundary=", field + END),
        Arguments.of("an empty boundary in quotes", "boundary=\"\"", field + END),
        Arguments.of("a boundary of 4 KB", "boundary=" + "x".repeat(4000), field + END),
        Arguments.of(
            "a part header of 200 KB",
            "boundary=x",
            part("prompt", "X: " + "y".repeat(200_000), "")),
        Arguments.of(
            "10,000 part headers",
            "boundary=x",
            part("prompt", "X: y\r\n".repeat(10_000) + "X: y", "")),
        Arguments.of(
            "a field that is not the Base64 it says",
            "boundary=x",
            part("prompt", "Content-Transfer-Encoding: base64", "%%%%") + END),
        Arguments.of(
            "a file that is not the Base64 it says",
            "boundary=x",
            file("Content-Transfer-Encoding: base64", "%%%%") + END),
        Arguments.of(
            "an encoding that nobody knows",
            "boundary=x",
            part("prompt", "Content-Transfer-Encoding: x-secret", "a") + END),
        Arguments.of(
            "a charset that nobody has",
            "boundary=x",
            part("prompt", "Content-Type: text/plain; charset=utf-7", "a") + END),
        Arguments.of(
            "a charset that cannot be one",
            "boundary=x",
            part("prompt", "Content-Type: text/plain; charset=\"?!\"", "a") + END),
        Arguments.of(
            "parts within a part without a boundary",
            "boundary=x",
            part("prompt", "Content-Type: multipart/mixed", "--y") + END),
        Arguments.of("a part without an end", "boundary=x", field));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void a_form_that_cannot_be_read_is_malformed(String name, String parameter, String form)
      throws IOException {
    RawHttp.Answer answer = post("multipart/form-data; " + parameter, form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"MALFORMED_REQUEST\"");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void all_fields_together_may_have_64_kb() throws IOException {
    String fields =
        IntStream.range(0, 5)
            .mapToObj(
                n -> part(n % 2 == 0 ? "prompt" : "processing_config", "", "a".repeat(20_000)))
            .collect(Collectors.joining());
    RawHttp.Answer answer = post("multipart/form-data; boundary=x", fields + END);
    assertThat(answer.status()).as(answer.body()).isEqualTo(413);
    assertThat(answer.body()).contains("\"BODY_TOO_LARGE\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 200_000})
  void what_has_no_part_has_no_lecture(int letters) throws IOException {
    RawHttp.Answer answer = post("multipart/form-data; boundary=x", "a".repeat(letters));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
  }

  @Test
  void fields_that_nobody_wants_are_skipped_whatever_their_size() throws IOException {
    RawHttp.Answer answer =
        post("multipart/form-data; boundary=x", part("other", "", "a".repeat(900_000)) + END);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("Attach the lecture as the part named file.");
  }

  @Test
  void a_file_in_base64_is_decoded() throws IOException {
    String lecture = file("Content-Transfer-Encoding: base64", "bm8g\r\ndmlkZW8=");
    RawHttp.Answer answer = post("multipart/form-data; boundary=x", lecture + END);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("\"NOT_A_VIDEO\"");
    assertThat(leftovers()).isEmpty();
  }

  private static RawHttp.Answer post(String contentType, String body) throws IOException {
    try (RawHttp http = new RawHttp()) {
      http.head(
          "POST",
          "/api/v1/jobs",
          "Content-Type",
          contentType,
          "Content-Length",
          Integer.toString(body.length()));
      return http.send(body.getBytes(ISO_8859_1)).answer(true);
    }
  }

  private static String part(String name, String headers, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n%s\r\n%s\r\n"
        .formatted(name, headers.isEmpty() ? "" : headers + "\r\n", value);
  }

  private static String file(String headers, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n%s\r\n\r\n%s\r\n"
        .formatted(headers, value);
  }

  private static List<Path> leftovers() throws IOException {
    Path uploads = Path.of("target/upload-test/uploads");
    if (!Files.exists(uploads)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(uploads)) {
      return files.toList();
    }
  }
}
