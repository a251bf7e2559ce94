package org.lecturehighlights.lecture.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.Span;

class TopicSegmenterTest {

  /** Utterances whose words are drawn from another hundred words for each topic. */
  private static List<Utterance> lecture(long seed, int size, int topics) {
    Random random = new Random(seed);
    List<Utterance> utterances = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 12; k++) {
        int topic = random.nextInt(4) == 0 ? -1 : i * topics / size;
        text.append(word(topic * 100 + random.nextInt(100))).append(' ');
      }
      utterances.add(new Utterance(Span.ofSeconds(i * 4, i * 4 + 4), text.toString()));
    }
    return utterances;
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder("qx");
    for (int rest = number + 100; rest > 0; rest /= 20) {
      word.append("bcdfghjklmnpqrtvwxzk".charAt(rest % 20));
    }
    return word.append('o').toString();
  }

  @Test
  void finds_the_topics_and_their_number() throws InterruptedException {
    List<Utterance> lecture = lecture(3, 400, 5);
    List<Integer> starts = new TopicSegmenter().segment(lecture, List.of(), OptionalInt.empty());
    assertThat(starts).containsExactly(0, 80, 160, 240, 320);
  }

  @Test
  void five_thousand_utterances_take_seconds() throws InterruptedException {
    List<Utterance> lecture = lecture(4, 5000, 12);
    long before = System.nanoTime();
    List<Integer> starts = new TopicSegmenter().segment(lecture, List.of(), OptionalInt.empty());
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    assertThat(starts).hasSize(12);
  }

  @Test
  void nothing_said_has_no_topic_and_noise_has_one() throws InterruptedException {
    TopicSegmenter segmenter = new TopicSegmenter();
    assertThat(segmenter.segment(List.of(), List.of(), OptionalInt.of(3))).isEmpty();
    List<Utterance> noise = List.of(new Utterance(Span.ofSeconds(0, 1), "42 – 43"));
    assertThat(segmenter.segment(noise, List.of(), OptionalInt.empty())).containsExactly(0);
  }
}
