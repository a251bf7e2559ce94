package org.lecturehighlights.lecture.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.content.ContentAnalyzer;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.captions.Sentences;
import org.lecturehighlights.lecture.transcript.captions.WebVtt;

/**
 * Checks the selection on a lecture with known ground truth: {@code -Dsample.lecture=PATH}, without
 * suffix; its {@code .vtt} and {@code .json} are in the same folder.
 */
class SampleLectureTest {
  private static final String PROPERTY = "sample.lecture";

  @Test
  void a_lecture_with_captions_has_three_clean_clips() throws IOException, InterruptedException {
    Highlights highlights = choose(true);
    assertThat(highlights.clips()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void a_lecture_without_captions_is_cut_in_its_silences()
      throws IOException, InterruptedException {
    assertThat(choose(false).clips()).hasSizeGreaterThanOrEqualTo(3);
  }

  private static Highlights choose(boolean captions) throws IOException, InterruptedException {
    String lecture = System.getProperty(PROPERTY, "");
    assumeTrue(!lecture.isEmpty(), "give a lecture with -D" + PROPERTY + "=PATH");
    JsonNode truth = new ObjectMapper().readTree(Path.of(lecture + ".json").toFile());
    Transcript transcript =
        captions
            ? new Transcript(
                Transcript.Source.CAPTION_FILE,
                Sentences.of(WebVtt.read(Files.readString(Path.of(lecture + ".vtt")))))
            : Transcript.NONE;
    Duration length = Seconds.toDuration(truth.get("duration").asDouble());
    List<SilenceRegion> silences = new ArrayList<>();
    for (JsonNode silence : truth.get("silences")) {
      silences.add(new SilenceRegion(span(silence), SilenceRegion.Kind.AUDIO_SILENCE, -40.0));
    }
    LayoutAnalysis layout = layout(truth, length);
    List<ContentSegment> topics =
        new ContentAnalyzer().analyze(transcript, silences, layout, length, OptionalInt.empty());
    topics.forEach(System.out::println);
    Highlights highlights =
        new HighlightSelector()
            .choose(
                new LectureFacts(length, transcript, silences, layout, topics), ClipRules.DEFAULT);
    highlights.clips().forEach(clip -> System.out.println("CLIP " + clip.length() + " " + clip));
    highlights
        .runnersUp()
        .forEach(clip -> System.out.println("NEXT " + clip.length() + " " + clip));
    return highlights;
  }

  private static LayoutAnalysis layout(JsonNode truth, Duration length) {
    List<ScreenChange> changes = new ArrayList<>();
    for (JsonNode slide : truth.get("slides")) {
      if (slide.get("start").asDouble() > 0) {
        Duration at = Seconds.toDuration(slide.get("start").asDouble());
        changes.add(new ScreenChange(at, ScreenChange.Kind.NEW_SLIDE, 0.1));
      }
    }
    List<Span> blank = new ArrayList<>();
    for (JsonNode event : truth.get("events")) {
      blank.add(span(event));
    }
    Region screen = new Region(0, 0, 1280, 720);
    return new LayoutAnalysis(
        screen,
        Region.NONE,
        1,
        LayoutType.SCREEN_ONLY,
        1,
        length.dividedBy(2),
        List.of(),
        changes,
        blank,
        false);
  }

  private static Span span(JsonNode node) {
    return Span.ofSeconds(node.get("start").asDouble(), node.get("end").asDouble());
  }
}
