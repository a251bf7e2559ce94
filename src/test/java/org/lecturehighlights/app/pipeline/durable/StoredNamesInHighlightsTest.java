package org.lecturehighlights.app.pipeline.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.architecture.StoredJson.comparable;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.architecture.StoredJson;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutProof;
import org.lecturehighlights.lecture.highlight.Highlights;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.runtime.PlainJson;

/**
 * What the column {@code stage_run.manifest} holds of segmentation: the cuts that compilation
 * reads, perhaps in another version. Times are in seconds.
 */
class StoredNamesInHighlightsTest {
  private static final String HIGHLIGHTS =
      """
      {
        "clips": [
          {
            "span": {"start": 62.500000000, "end": 98.125000000},
            "kept": [
              {"start": 62.500000000, "end": 75.000000000},
              {"start": 76.250000000, "end": 98.125000000}
            ],
            "title": "Joins of two tables",
            "topic": "Joins",
            "segment": 2,
            "score": 0.75,
            "scoreParts": {"slides": 0.25, "words": 0.5},
            "proof": {
              "firstWords": "Let us join",
              "lastWords": "of both.",
              "silenceBefore": {"start": 61.500000000, "end": 62.750000000},
              "silenceAfter": {"start": 98.000000000, "end": 99.000000000}
            }
          }
        ],
        "runnersUp": [
          {
            "span": {"start": 0.000000000, "end": 20.000000000},
            "kept": [{"start": 0.000000000, "end": 20.000000000}],
            "title": "From the start",
            "topic": null,
            "segment": null,
            "score": 0.5,
            "scoreParts": {},
            "proof": {
              "firstWords": null,
              "lastWords": null,
              "silenceBefore": null,
              "silenceAfter": null
            }
          }
        ]
      }
      """;

  @Test
  void segmentation_writes_the_clips_and_the_runners_up() {
    assertThat(written(highlights())).isEqualTo(comparable(HIGHLIGHTS));
  }

  @Test
  void every_member_that_segmentation_wrote_is_read() {
    Highlights read = PlainJson.read(StoredJson.read(HIGHLIGHTS), Highlights.class);
    assertThat(read).isEqualTo(highlights());
    assertThat(read.clips().getFirst().proof())
        .isNotNull()
        .extracting(CutProof::silenceAfter)
        .isEqualTo(Span.ofSeconds(98, 99));
    assertThat(read.runnersUp().getFirst().segment()).isNull();
  }

  private static Highlights highlights() {
    return new Highlights(
        List.of(
            new Cut(
                Span.ofSeconds(62.5, 98.125),
                List.of(Span.ofSeconds(62.5, 75), Span.ofSeconds(76.25, 98.125)),
                "Joins of two tables",
                "Joins",
                2,
                null,
                0.75,
                new TreeMap<>(Map.of("words", 0.5, "slides", 0.25)),
                new CutProof(
                    "Let us join", "of both.", Span.ofSeconds(61.5, 62.75), Span.ofSeconds(98, 99)),
                Map.of())),
        List.of(
            new Cut(
                Span.ofSeconds(0, 20),
                List.of(Span.ofSeconds(0, 20)),
                "From the start",
                null,
                null,
                null,
                0.5,
                new TreeMap<>(),
                new CutProof(null, null, null, null),
                Map.of())));
  }

  private static JsonNode written(Object manifest) {
    return comparable(PlainJson.write(manifest).toString());
  }
}
