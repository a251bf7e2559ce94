package org.lecturehighlights.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.architecture.StoredJson.comparable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.ClipJson;
import org.lecturehighlights.service.clip.NewClip;
import org.lecturehighlights.service.clip.PendingEdit;

/**
 * What the column {@code errand.wanted} holds. It is read by whatever version runs when the clip is
 * rendered, and each member must arrive; times are in seconds.
 */
class StoredNamesInTasksTest {
  private static final String METADATA =
      """
      {
        "edits": [
          {"start_time": 62.5, "end_time": 75.0},
          {"start_time": 76.25, "end_time": 98.125}
        ],
        "score_parts": {"slides": 0.25, "words": 0.5},
        "proof": {
          "first_words": "Let us join",
          "last_words": "of both.",
          "silence_before": {"start_time": 61.5, "end_time": 62.75},
          "silence_after": {"start_time": 98.0, "end_time": 99.0}
        },
        "source": {"frames_per_second": 29.97, "width": 1920, "height": 1080}
      }
      """;

  private static final String SPANS =
      """
      "span": {"start": 62.500000000, "end": 98.125000000},
      "kept": [
        {"start": 62.500000000, "end": 75.000000000},
        {"start": 76.250000000, "end": 98.125000000}
      ],
      """;

  private static final String SWAP =
      """
      {
        "replaced": {
          "title": "Joins of two tables",
          "topic": "Joins",
          "importance": 0.75,
          "contentSegmentId": "content_0123456789ab"
        },
        %s
        "metadata": %s,
        "runnerUp": 2
      }
      """
          .formatted(SPANS, METADATA);

  /** Who moves the bounds by hand keeps the score and the source of the first cut. */
  private static final String RECUT =
      """
      {
        "replaced": null,
        %s
        "metadata": %s,
        "runnerUp": null
      }
      """
          .formatted(SPANS, METADATA.strip().replaceFirst("\\{", "{\"edited\": true,"));

  private static final Span SPAN = Span.ofSeconds(62.5, 98.125);
  private static final List<Span> KEPT =
      List.of(Span.ofSeconds(62.5, 75), Span.ofSeconds(76.25, 98.125));
  private static final NewClip.Proof PROOF =
      new NewClip.Proof(
          "Let us join", "of both.", Span.ofSeconds(61.5, 62.75), Span.ofSeconds(98, 99));
  private static final Map<String, Object> FACTS =
      ClipJson.metadata(
          KEPT,
          Map.of("words", 0.5, "slides", 0.25),
          PROOF,
          Map.of("source", Map.of("frames_per_second", 29.97, "width", 1920, "height", 1080)));

  @Test
  void a_runner_up_that_comes_in_is_written_so() {
    assertThat(comparable(swap().toJson().toString())).isEqualTo(comparable(SWAP));
  }

  @Test
  void a_runner_up_that_comes_in_is_read_with_each_member() {
    PendingEdit read = PendingEdit.of(StoredJson.read(SWAP));
    assertThat(read).isEqualTo(swap());
    PendingEdit.Subject replaced = read.replaced();
    assertThat(replaced).isNotNull();
    assertThat(replaced.title()).isEqualTo("Joins of two tables");
    assertThat(replaced.topic()).isEqualTo("Joins");
    assertThat(replaced.importance()).isEqualTo(0.75);
    assertThat(replaced.contentSegmentId()).isEqualTo("content_0123456789ab");
    assertThat(read.span()).isEqualTo(SPAN);
    assertThat(read.kept()).isEqualTo(KEPT);
    assertThat(read.runnerUp()).isEqualTo(2);
    assertThat(read.metadata()).containsOnlyKeys("edits", "score_parts", "proof", "source");
  }

  @Test
  void a_clip_that_is_cut_anew_is_written_so() {
    PendingEdit recut = PendingEdit.recut(clip(), Optional.empty(), SPAN, KEPT, PROOF);
    assertThat(comparable(recut.toJson().toString())).isEqualTo(comparable(RECUT));
  }

  @Test
  void a_clip_that_is_cut_anew_is_read_with_each_member() {
    PendingEdit read = PendingEdit.of(StoredJson.read(RECUT));
    assertThat(read.replaced()).isNull();
    assertThat(read.span()).isEqualTo(SPAN);
    assertThat(read.kept()).isEqualTo(KEPT);
    assertThat(read.runnerUp()).isNull();
    assertThat(read.metadata()).containsEntry("edited", true).containsKeys("edits", "source");
    assertThat(comparable(read.toJson().toString())).isEqualTo(comparable(RECUT));
  }

  @Test
  void a_wish_of_a_version_that_left_out_what_is_null_is_read_too() {
    String brief = "{%s \"metadata\": {}}".formatted(SPANS);
    assertThat(PendingEdit.of(StoredJson.read(brief)))
        .isEqualTo(new PendingEdit(null, SPAN, KEPT, Map.of(), null));
  }

  private static PendingEdit swap() {
    return new PendingEdit(
        new PendingEdit.Subject("Joins of two tables", "Joins", 0.75, "content_0123456789ab"),
        SPAN,
        KEPT,
        FACTS,
        2);
  }

  private static Clip clip() {
    return new Clip(
        "clip_1",
        "job_1",
        null,
        "Joins",
        null,
        0.5,
        Span.ofSeconds(60, 90),
        30,
        1,
        "job_1/compilation/1/clip_1.mp4",
        null,
        null,
        FACTS,
        1,
        Instant.EPOCH);
  }
}
