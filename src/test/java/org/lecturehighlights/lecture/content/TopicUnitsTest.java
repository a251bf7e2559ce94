package org.lecturehighlights.lecture.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehighlights.lecture.timeline.Span;

class TopicUnitsTest {

  private static List<Utterance> utterances(int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> new Utterance(Span.ofSeconds(i, i + 1), "matrix vector " + i % 7))
        .toList();
  }

  @Test
  void each_utterance_of_a_usual_lecture_is_a_unit() {
    TopicUnits units = TopicUnits.of(utterances(4000), new double[4000], 40_000);
    assertThat(units.starts()).isEqualTo(IntStream.range(0, 4000).toArray());
  }

  @ParameterizedTest
  @CsvSource({"4001, 50000", "120000, 1000000", "120000, 2000000000", "3, 2000000000", "1, 0"})
  void the_work_has_a_bound_whatever_the_size(int size, int words) {
    TopicUnits units = TopicUnits.of(utterances(size), new double[size], words);
    assertThat(units.count()).isBetween(1, TopicUnits.MOST);
    assertThat((long) units.count() * words).isLessThanOrEqualTo(TopicUnits.MOST_COUNTED);
    assertThat(units.start(0)).isZero();
    assertThat(units.end(units.count() - 1)).isEqualTo(size);
    assertThat(units.starts()).isSorted();
    assertThat(Arrays.stream(units.starts()).distinct().count()).isEqualTo(units.count());
  }

  @Test
  void where_neighbours_are_joined_a_unit_begins_where_a_topic_most_likely_does() {
    double[] evidence = new double[12_000];
    evidence[5_002] = 3;
    TopicUnits units = TopicUnits.of(utterances(12_000), evidence, 1);
    assertThat(units.starts()).contains(5_002).doesNotContain(5_001, 5_003);
    assertThat(units.starts()).contains(5_004);
  }

  /** Counts how often it is asked after it has interrupted the thread that asks. */
  private static final class Interrupting extends AbstractList<Utterance> {
    private final List<Utterance> utterances;
    private final int patience;
    private int asked;

    Interrupting(List<Utterance> utterances, int patience) {
      this.utterances = utterances;
      this.patience = patience;
    }

    @Override
    public Utterance get(int index) {
      if (++asked == patience) {
        Thread.currentThread().interrupt();
      }
      return utterances.get(index);
    }

    @Override
    public int size() {
      return utterances.size();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "60000, 10", "200000, 10", "300000, 10", "700000, 8010"})
  void an_interrupt_in_the_midst_is_obeyed_at_once(int patience, int most) {
    Interrupting interrupting = new Interrupting(utterances(120_000), patience);
    assertThatThrownBy(
            () -> new TopicSegmenter().segment(interrupting, List.of(), OptionalInt.empty()))
        .isInstanceOf(InterruptedException.class);
    assertThat(interrupting.asked).isBetween(patience, patience + most);
    assertThat(Thread.interrupted()).isFalse();
  }
}
