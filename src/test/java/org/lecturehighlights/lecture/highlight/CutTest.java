package org.lecturehighlights.lecture.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehighlights.lecture.timeline.Span;

class CutTest {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
  private static final Span SPAN = Span.ofSeconds(2, 28);

  /** A manifest as the previous version's segmentation stored it. */
  private static final String MANIFEST =
      """
      {"clips": [{
         "span": {"start": 2.0, "end": 28.0},
         "kept": [{"start": 2.0, "end": 7.0}, {"start": 7.5, "end": 28.0}],
         "title": "Joins", "topic": "Joins", "segment": 1, "score": 0.75,
         "scoreParts": {"focus": 0.5, "opening": 1.0},
         "proof": {"firstWords": "Let us join", "lastWords": "of both.",
                   "silenceBefore": {"start": 1.5, "end": 2.25}, "silenceAfter": null}}],
       "runnersUp": []}
      """;

  @Test
  void a_manifest_of_the_previous_version_is_readable() throws Exception {
    Cut cut = JSON.readValue(MANIFEST, Highlights.class).clips().getFirst();
    assertThat(cut.span()).isEqualTo(SPAN);
    assertThat(cut.length()).isEqualTo(Duration.ofMillis(25_500));
    assertThat(cut.segment()).isEqualTo(1);
    assertThat(cut.score()).isEqualTo(0.75);
    assertThat(cut.scoreParts()).isEqualTo(Map.of("focus", 0.5, "opening", 1.0));
    assertThat(cut.proof())
        .isEqualTo(new CutProof("Let us join", "of both.", Span.ofSeconds(1.5, 2.25), null));
    assertThat(cut.extra()).isEmpty();
  }

  @Test
  void a_manifest_of_this_version_has_no_members_unknown_to_the_previous_one() throws Exception {
    Highlights highlights = JSON.readValue(MANIFEST, Highlights.class);
    assertThat(JSON.<Object>readValue(JSON.writeValueAsString(highlights), Object.class))
        .isEqualTo(JSON.readValue(MANIFEST, Object.class));
  }

  @Test
  void a_manifest_of_a_newer_version_is_readable() throws Exception {
    String newer = MANIFEST.replace("\"title\"", "\"mood\": \"merry\", \"title\"");
    assertThat(JSON.readValue(newer, Highlights.class))
        .isEqualTo(JSON.readValue(MANIFEST, Highlights.class));
  }

  /** Metadata of this version, of the legacy service, and some that neither writes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"edits": [{"start_time": 2.0, "end_time": 7.0}, {"start_time": 7.5, "end_time": 28.0}],
         "score_parts": {"focus": 0.5}, "proof": {"first_words": "Let us join"},
         "edited": true, "source": {"width": 1280}}
        """,
        "{}",
        """
        {"optimization": {"snapped": null}, "selection_reason": "loud", "quality_assessment": null}
        """,
        """
        {"edits": [], "score_parts": {}, "proof": {}}
        """,
        """
        {"edits": "none", "score_parts": {"focus": "high"}, "proof": {"author": "me"}}
        """
      })
  void metadata_is_written_as_it_was_read(String json) throws Exception {
    Map<String, Object> metadata = JSON.readValue(json, new TypeReference<>() {});
    Cut cut = CutJson.read(SampleCuts.bare(SPAN), SPAN, metadata);
    assertThat(CutJson.metadata(cut)).isEqualTo(metadata);
  }

  @Test
  void a_cut_without_kept_parts_plays_its_whole_span() {
    Cut legacy = SampleCuts.bare(SPAN);
    assertThat(legacy.played()).containsExactly(SPAN);
    assertThat(legacy.length()).isEqualTo(SPAN.length());
  }

  @Test
  void a_manual_recut_keeps_title_score_and_facts() {
    Cut before = SampleCuts.bare(SPAN).with(Map.of("rank", 3));
    CutProof why = new CutProof("Both", "keys.", null, null);
    Span wanted = Span.ofSeconds(3, 25);
    Cut after = before.recut(wanted, List.of(wanted), why);
    assertThat(after)
        .isEqualTo(
            before.detailed(
                wanted,
                List.of(wanted),
                before.scoreParts(),
                why,
                Map.of("rank", 3, "edited", true)));
    assertThat(after.title()).isEqualTo("Joins");
    assertThat(after.score()).isEqualTo(before.score()).isNotNull();
  }
}
