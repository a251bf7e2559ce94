package org.lecturehighlights.lecture.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.Word;
import org.lecturehighlights.platform.problem.ProblemKind;

class SpeechClientTest {
  @TempDir Path directory;
  private final AtomicReference<String> received = new AtomicReference<>("");
  private final AtomicReference<String> headers = new AtomicReference<>("");
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private SpeechResult transcribe(int status, String body, String... header) throws Exception {
    server.createContext(
        "/v1/audio/transcriptions",
        exchange -> {
          byte[] sent = exchange.getRequestBody().readAllBytes();
          received.set(new String(sent, StandardCharsets.ISO_8859_1));
          headers.set(exchange.getRequestHeaders().entrySet().toString());
          for (int i = 0; i < header.length; i += 2) {
            exchange.getResponseHeaders().set(header[i], header[i + 1]);
          }
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    Path audio = Files.write(directory.resolve("a.flac"), new byte[] {1, 2, 3, '\r', '\n'});
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return transcribe(audio, base);
  }

  private static SpeechResult transcribe(Path audio, URI base) throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);
    SpeechEndpoint endpoint =
        new SpeechEndpoint(
            base, Optional.of("key"), "whisper-1", Optional.of("en"), Duration.ofSeconds(10));
    try (SpeechClient client = new SpeechClient(clock)) {
      return client.transcribe(audio, endpoint);
    }
  }

  private static List<TranscriptSegment> heard(SpeechResult result) {
    assertThat(result).isInstanceOf(SpeechResult.Heard.class);
    return ((SpeechResult.Heard) result).sentences();
  }

  @Test
  void the_file_and_all_fields_are_sent() throws Exception {
    transcribe(200, "{\"text\":\"\",\"segments\":[],\"words\":[]}");
    assertThat(received.get())
        .contains("name=\"model\"\r\n\r\nwhisper-1\r\n")
        .contains("name=\"response_format\"\r\n\r\nverbose_json\r\n")
        .contains("name=\"timestamp_granularities[]\"\r\n\r\nword\r\n")
        .contains("name=\"timestamp_granularities[]\"\r\n\r\nsegment\r\n")
        .contains("name=\"language\"\r\n\r\nen\r\n")
        .contains("name=\"file\"; filename=\"audio.flac\"")
        .contains("\r\n\r\n\u0001\u0002\u0003\r\n\r\n--");
    assertThat(headers.get()).contains("Bearer key").contains("multipart/form-data; boundary=");
  }

  @Test
  void words_at_the_top_level_get_the_punctuation_of_the_text() throws Exception {
    String body =
        """
        {"text":"Hello, well-known world. It's  me!","segments":[{"start":0.0,"end":3.0,
          "text":"Hello, well-known world. It's me!","avg_logprob":-0.105360516}],
         "words":[{"word":"Hello","start":0.5,"end":0.8},{"word":"well","start":0.9,"end":1.1},
          {"word":"known","start":1.1,"end":1.4},{"word":"world","start":1.5,"end":1.9},
          {"word":"It's","start":2.1,"end":2.3},{"word":"me","start":2.3,"end":2.6}]}
        """;
    List<TranscriptSegment> sentences = heard(transcribe(200, body));
    assertThat(sentences)
        .extracting(TranscriptSegment::text)
        .containsExactly("Hello, well-known world.", "It's me!");
    assertThat(sentences.get(0).span()).isEqualTo(Span.ofSeconds(0.5, 1.9));
    assertThat(sentences.get(0).words().get(1))
        .isEqualTo(new Word(Span.ofSeconds(0.9, 1.4), "well-known"));
    assertThat(sentences.get(1).confidence()).isBetween(0.899, 0.901);
  }

  @Test
  void words_inside_segments_are_read() throws Exception {
    String body =
        """
        {"segments":[{"start":0,"end":2,"text":" One two.","words":[
          {"word":" One","start":0.1,"end":0.5},{"word":" two.","start":0.4,"end":0.9}]},
          {"start":2,"end":3,"text":" Three.","words":[{"word":" Three.","start":2.2,"end":2.9}]}]}
        """;
    List<TranscriptSegment> sentences = heard(transcribe(200, body));
    assertThat(sentences).extracting(TranscriptSegment::text).containsExactly("One two.", "Three.");
    assertThat(sentences.getFirst().words().get(1).span()).isEqualTo(Span.ofSeconds(0.5, 0.9));
  }

  @Test
  void segments_without_words_become_sentences() throws Exception {
    String body = "{\"segments\":[{\"start\":1,\"end\":2,\"text\":\" Only this.\"}]}";
    assertThat(heard(transcribe(200, body)))
        .containsExactly(
            new TranscriptSegment(Span.ofSeconds(1, 2), "Only this.", null, null, List.of()));
  }

  @Test
  void a_busy_service_may_set_the_time_to_retry() throws Exception {
    SpeechResult result = transcribe(429, "slow down", "Retry-After", "17");
    assertThat(result)
        .isInstanceOfSatisfying(
            SpeechResult.Busy.class,
            busy -> {
              assertThat(busy.retryAfter()).contains(Duration.ofSeconds(17));
              assertThat(busy.problem().kind()).isEqualTo(ProblemKind.SPEECH_UNAVAILABLE);
            });
  }

  @Test
  void retry_after_may_be_a_date() throws Exception {
    SpeechResult result = transcribe(503, "", "Retry-After", "Tue, 1 Jan 2030 00:01:30 GMT");
    assertThat(result)
        .isInstanceOfSatisfying(
            SpeechResult.Busy.class,
            busy -> assertThat(busy.retryAfter()).contains(Duration.ofSeconds(90)));
  }

  @Test
  void a_wrong_key_or_response_format_is_a_permanent_failure() throws Exception {
    assertThat(transcribe(401, "{}")).isInstanceOf(SpeechResult.Refused.class);
    server.removeContext("/v1/audio/transcriptions");
    assertThat(transcribe(200, "<html>")).isInstanceOf(SpeechResult.Refused.class);
  }

  @Test
  void an_unreachable_service_can_be_retried() throws Exception {
    int port = server.getAddress().getPort();
    server.stop(0);
    Path audio = Files.write(directory.resolve("a.wav"), new byte[3]);
    assertThat(transcribe(audio, URI.create("http://127.0.0.1:" + port)))
        .isInstanceOf(SpeechResult.Busy.class);
  }
}
