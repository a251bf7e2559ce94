package org.lecturehighlights.service.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.architecture.StoredJson.comparable;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutProof;
import org.lecturehighlights.lecture.highlight.SampleCuts;
import org.lecturehighlights.lecture.timeline.Span;

/** The JSON has the form of the previous version, so that instances of both can process edits. */
class PendingEditTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String RECUT =
      """
      {"replaced": null, "span": {"start": 2.0, "end": 28.0},
       "kept": [{"start": 2.0, "end": 7.0}, {"start": 7.5, "end": 28.0}],
       "metadata": {"edited": true,
         "edits": [{"start_time": 2.0, "end_time": 7.0}, {"start_time": 7.5, "end_time": 28.0}],
         "proof": {"first_words": "Let us join", "silence_before": {"start_time": 1.5, "end_time": 2.25}},
         "score_parts": {"focus": 0.5, "opening": 1.0},
         "source": {"width": 1280, "frames_per_second": 25.0, "height": 720}},
       "runnerUp": null}
      """;

  private static final String SWAP =
      """
      {"replaced": {"title": "The next best", "topic": "Keys", "importance": 0.5, "contentSegmentId": "seg_2"},
       "span": {"start": 2.0, "end": 28.0},
       "kept": [{"start": 2.0, "end": 7.0}, {"start": 7.5, "end": 28.0}],
       "metadata": {"score_parts": {"focus": 0.5},
         "edits": [{"start_time": 2.0, "end_time": 7.0}, {"start_time": 7.5, "end_time": 28.0}],
         "proof": {}},
       "runnerUp": 1}
      """;

  /** A swap that brings back a legacy clip that was replaced earlier. */
  private static final String LEGACY_SWAP =
      """
      {"replaced": {"title": "Old", "topic": null, "importance": null, "contentSegmentId": null},
       "span": {"start": 2.0, "end": 28.0}, "kept": [{"start": 2.0, "end": 28.0}],
       "metadata": {"selection_reason": "loud"}, "runnerUp": 1}
      """;

  private static final Clip CLIP =
      new Clip(
          "clip_1",
          "job_1",
          SampleCuts.bare(Span.ofSeconds(1, 9)),
          1,
          new ClipFiles("clip_1.mp4", null, null),
          1,
          Instant.EPOCH);

  @Test
  void a_recut_keeps_the_title_and_score_of_its_clip() throws Exception {
    PendingEdit edit = PendingEdit.of(JSON.readTree(RECUT), CLIP);
    assertThat(edit.runnerUp()).isNull();
    Cut cut = edit.cut();
    assertThat(cut.title()).isEqualTo("Joins");
    assertThat(cut.topic()).isEqualTo("Databases");
    assertThat(cut.segmentId()).isEqualTo("seg_1");
    assertThat(cut.score()).isEqualTo(0.75);
    assertThat(cut.span()).isEqualTo(Span.ofSeconds(2, 28));
    assertThat(cut.played()).containsExactly(Span.ofSeconds(2, 7), Span.ofSeconds(7.5, 28));
    assertThat(cut.scoreParts()).isEqualTo(Map.of("focus", 0.5, "opening", 1.0));
    assertThat(cut.proof())
        .isEqualTo(new CutProof("Let us join", null, Span.ofSeconds(1.5, 2.25), null));
    assertThat(cut.extra()).containsOnlyKeys("edited", "source").containsEntry("edited", true);
  }

  @Test
  void a_swap_takes_everything_from_the_runner_up() throws Exception {
    PendingEdit edit = PendingEdit.of(JSON.readTree(SWAP), CLIP);
    assertThat(edit.runnerUp()).isEqualTo(1);
    assertThat(edit.cut().title()).isEqualTo("The next best");
    assertThat(edit.cut().topic()).isEqualTo("Keys");
    assertThat(edit.cut().segmentId()).isEqualTo("seg_2");
    assertThat(edit.cut().score()).isEqualTo(0.5);
    assertThat(edit.titled("Better").cut().title()).isEqualTo("Better");
  }

  @Test
  void a_swapped_in_legacy_clip_has_no_score() throws Exception {
    PendingEdit edit = PendingEdit.of(JSON.readTree(LEGACY_SWAP), CLIP);
    assertThat(edit.cut().topic()).isNull();
    assertThat(edit.cut().score()).isNull();
    assertThat(edit.cut().played()).isEqualTo(List.of(Span.ofSeconds(2, 28)));
  }

  @ParameterizedTest
  @ValueSource(strings = {RECUT, SWAP, LEGACY_SWAP})
  void an_edit_is_written_as_it_was_read(String json) throws Exception {
    String written = PendingEdit.of(JSON.readTree(json), CLIP).toJson().toString();
    assertThat(comparable(written)).isEqualTo(comparable(json));
  }

  @Test
  void an_edit_without_its_null_members_is_readable() throws Exception {
    String brief =
        """
        {"span": {"start": 2.0, "end": 28.0},
         "kept": [{"start": 2.0, "end": 7.0}, {"start": 7.5, "end": 28.0}], "metadata": {}}
        """;
    PendingEdit edit = PendingEdit.of(JSON.readTree(brief), CLIP);
    assertThat(edit.runnerUp()).isNull();
    assertThat(edit.cut().title()).isEqualTo("Joins");
    assertThat(edit.cut().span()).isEqualTo(Span.ofSeconds(2, 28));
    assertThat(edit.cut().played()).containsExactly(Span.ofSeconds(2, 7), Span.ofSeconds(7.5, 28));
    assertThat(edit.cut().extra()).isEmpty();
  }

  @Test
  void the_number_of_the_runner_up_is_readable_without_the_clip() throws Exception {
    assertThat(PendingEdit.runnerUp(JSON.readTree(SWAP))).isEqualTo(1);
    assertThat(PendingEdit.runnerUp(JSON.readTree(RECUT))).isNull();
  }
}
