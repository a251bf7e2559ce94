package org.lecturehighlights.lecture.speech;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.Word;
import org.lecturehighlights.lecture.transcript.captions.Cue;
import org.lecturehighlights.lecture.transcript.captions.Sentences;
import org.lecturehighlights.platform.runtime.PlainJson;

/**
 * Reads {@code verbose_json}. OpenAI and speaches return words at the top level, whisper.cpp inside
 * the segments; OpenAI's words lack the punctuation that the text has.
 */
final class SpeechAnswer {
  private SpeechAnswer() {}

  private record Part(Span span, String text, @Nullable Double confidence) {}

  /**
   * Reads the response of a speech service.
   *
   * @return sentences, or nothing if the response is not verbose_json
   */
  static Optional<List<TranscriptSegment>> sentences(String body) {
    JsonNode answer;
    try {
      answer = PlainJson.parse(body);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!answer.path("segments").isArray() && !answer.path("words").isArray()) {
      return Optional.empty();
    }
    List<Part> parts = parts(answer.path("segments"));
    List<Word> words = words(answer);
    if (words.isEmpty()) {
      List<Cue> cues = parts.stream().map(part -> new Cue(part.span(), part.text(), null)).toList();
      return Optional.of(withConfidence(Sentences.of(withoutOverlaps(cues)), parts));
    }
    String text = answer.path("text").asText("");
    List<Word> spelled = SpelledWords.of(words, text);
    return Optional.of(withConfidence(Sentences.ofWords(spelled), parts));
  }

  private static List<Part> parts(JsonNode segments) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode segment : segments) {
      String text = segment.path("text").asText("").strip();
      if (!text.isEmpty()) {
        JsonNode logarithm = segment.path("avg_logprob");
        @Nullable Double confidence =
            logarithm.isNumber()
                ? (Double) Math.clamp(Math.exp(logarithm.asDouble()), 0.0, 1.0)
                : null;
        parts.add(new Part(span(segment), text, confidence));
      }
    }
    parts.sort(Comparator.comparing(Part::span));
    return parts;
  }

  private static List<Word> words(JsonNode answer) {
    List<Word> words = new ArrayList<>();
    addWords(words, answer.path("words"));
    if (words.isEmpty()) {
      for (JsonNode segment : answer.path("segments")) {
        addWords(words, segment.path("words"));
      }
    }
    words.sort(Comparator.comparing(word -> word.span().start()));
    List<Word> withoutOverlaps = new ArrayList<>();
    for (Word word : words) {
      Duration free =
          withoutOverlaps.isEmpty() ? Duration.ZERO : withoutOverlaps.getLast().span().end();
      Duration start = later(word.span().start(), free);
      withoutOverlaps.add(new Word(new Span(start, later(word.span().end(), start)), word.text()));
    }
    return withoutOverlaps;
  }

  private static void addWords(List<Word> words, JsonNode nodes) {
    for (JsonNode node : nodes) {
      String text = node.path("word").asText(node.path("text").asText("")).strip();
      if (!text.isEmpty()) {
        words.add(new Word(span(node), text));
      }
    }
  }

  private static Span span(JsonNode node) {
    Duration start = Seconds.toDuration(Math.max(0, node.path("start").asDouble(0)));
    return new Span(start, later(Seconds.toDuration(node.path("end").asDouble(0)), start));
  }

  private static List<Cue> withoutOverlaps(List<Cue> cues) {
    List<Cue> withoutOverlaps = new ArrayList<>();
    for (Cue cue : cues) {
      Duration free =
          withoutOverlaps.isEmpty() ? Duration.ZERO : withoutOverlaps.getLast().span().end();
      Duration start = later(cue.span().start(), free);
      withoutOverlaps.add(
          new Cue(new Span(start, later(cue.span().end(), start)), cue.text(), null));
    }
    return withoutOverlaps;
  }

  private static List<TranscriptSegment> withConfidence(
      List<TranscriptSegment> sentences, List<Part> parts) {
    List<TranscriptSegment> withConfidence = new ArrayList<>();
    int at = 0;
    for (TranscriptSegment sentence : sentences) {
      Duration middle = sentence.span().middle();
      while (at + 1 < parts.size() && parts.get(at).span().end().compareTo(middle) <= 0) {
        at++;
      }
      @Nullable Double confidence = parts.isEmpty() ? null : parts.get(at).confidence();
      withConfidence.add(
          new TranscriptSegment(
              sentence.span(), sentence.text(), confidence, sentence.speaker(), sentence.words()));
    }
    return withConfidence;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
