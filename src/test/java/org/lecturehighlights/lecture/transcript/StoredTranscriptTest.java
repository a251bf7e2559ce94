package org.lecturehighlights.lecture.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.problem.Problem;

class StoredTranscriptTest {
  private final List<Integer> pages = new ArrayList<>();

  private StoredTranscript transcript(int size) {
    return new StoredTranscript(IntStream.range(0, size).toArray(), this::page);
  }

  private List<StoredSegment> page(List<Integer> ids) {
    pages.add(ids.size());
    return ids.stream()
        .map(id ->
            new StoredSegment(
                "seg_" + id,
                new TranscriptSegment(Span.ofSeconds(id, id + 1), "x", null, null, List.of()),
                Instant.EPOCH))
        .toList();
  }

  @Test
  void each_page_is_read_once_when_its_first_segment_is_asked_for() {
    StoredTranscript transcript = transcript(450);
    assertThat(pages).isEmpty();
    assertThat(transcript.getFirst().segmentId()).isEqualTo("seg_0");
    assertThat(pages).containsExactly(200);
    assertThat(transcript.stream().map(StoredSegment::segmentId).toList())
        .isEqualTo(IntStream.range(0, 450).mapToObj(id -> "seg_" + id).toList());
    assertThat(pages).containsExactly(200, 200, 50);
  }

  @Test
  void an_empty_one_asks_for_nothing() {
    assertThat(transcript(0)).isEmpty();
    assertThat(pages).isEmpty();
  }

  @Test
  void a_transcript_that_is_removed_in_the_midst_is_not_passed_off_as_whole() {
    StoredTranscript transcript = new StoredTranscript(new int[] {1, 2}, ids -> List.of());
    assertThatThrownBy(() -> transcript.get(0)).isInstanceOf(Problem.class);
  }
}
