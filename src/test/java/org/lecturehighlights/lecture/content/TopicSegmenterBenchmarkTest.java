package org.lecturehighlights.lecture.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * Measures the segmenter on lectures with reference boundaries: {@code
 * -Dtopic.segmentation.data=DIRECTORY}, which holds {@code manual/*.ref} and {@code asr/*.ref}, one
 * utterance a line and {@code ==========} before each topic. Pk is of Beeferman et al. (1999),
 * WindowDiff of Pevzner and Hearst (2002), both with half the mean reference length as window.
 */
class TopicSegmenterBenchmarkTest {
  private static final String PROPERTY = "topic.segmentation.data";

  private record Lecture(List<Utterance> utterances, Set<Integer> starts) {}

  private record Score(double pk, double windowDiff) {}

  @Test
  void careful_transcripts_are_segmented_better_than_by_published_systems()
      throws IOException, InterruptedException {
    Score score = measure("manual");
    assertThat(score.pk()).isLessThan(0.283);
    assertThat(score.windowDiff()).isLessThan(0.319);
  }

  @Test
  void recognised_speech_is_segmented_better_than_by_published_systems()
      throws IOException, InterruptedException {
    Score score = measure("asr");
    assertThat(score.pk()).isLessThan(0.288);
    assertThat(score.windowDiff()).isLessThan(0.330);
  }

  private static Score measure(String set) throws IOException, InterruptedException {
    String data = System.getProperty(PROPERTY, "");
    assumeTrue(!data.isEmpty(), "give the lectures with -D" + PROPERTY + "=DIRECTORY");
    List<Score> known = new ArrayList<>();
    List<Score> free = new ArrayList<>();
    StringBuilder counts = new StringBuilder();
    for (Path file : files(Path.of(data, set))) {
      Lecture lecture = read(file);
      TopicSegmenter segmenter = new TopicSegmenter();
      OptionalInt wanted = OptionalInt.of(lecture.starts().size());
      known.add(score(lecture, segmenter.segment(lecture.utterances(), List.of(), wanted)));
      List<Integer> chosen =
          segmenter.segment(lecture.utterances(), List.of(), OptionalInt.empty());
      free.add(score(lecture, chosen));
      counts.append(" %d/%d".formatted(chosen.size(), lecture.starts().size()));
    }
    Score score = mean(known);
    System.out.printf(
        "%s: number given Pk %.3f WindowDiff %.3f; number chosen Pk %.3f WindowDiff %.3f;"
            + " chosen/reference%s%n",
        set, score.pk(), score.windowDiff(), mean(free).pk(), mean(free).windowDiff(), counts);
    return score;
  }

  private static List<Path> files(Path directory) throws IOException, InterruptedException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".ref")).sorted().toList();
    }
  }

  private static Lecture read(Path file) throws IOException, InterruptedException {
    List<Utterance> utterances = new ArrayList<>();
    Set<Integer> starts = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("=====")) {
        starts.add(utterances.size());
      } else if (!line.isBlank()) {
        Duration start = Duration.ofSeconds(6L * utterances.size());
        utterances.add(new Utterance(new Span(start, start.plusSeconds(6)), line));
      }
    }
    starts.remove(utterances.size());
    return new Lecture(utterances, starts);
  }

  private static Score score(Lecture lecture, List<Integer> starts) {
    int size = lecture.utterances().size();
    int[] reference = boundariesUpTo(lecture.starts(), size);
    int[] found = boundariesUpTo(new HashSet<>(starts), size);
    int window = (int) Math.round(size / (2.0 * lecture.starts().size()));
    int pk = 0;
    int windowDiff = 0;
    for (int i = 0; i + window < size; i++) {
      int expected = reference[i + window] - reference[i];
      int actual = found[i + window] - found[i];
      pk += (expected == 0) == (actual == 0) ? 0 : 1;
      windowDiff += expected == actual ? 0 : 1;
    }
    int windows = size - window;
    return new Score((double) pk / windows, (double) windowDiff / windows);
  }

  private static int[] boundariesUpTo(Set<Integer> starts, int size) {
    int[] boundaries = new int[size];
    for (int i = 1; i < size; i++) {
      boundaries[i] = boundaries[i - 1] + (starts.contains(i) ? 1 : 0);
    }
    return boundaries;
  }

  private static Score mean(List<Score> scores) {
    return new Score(
        scores.stream().mapToDouble(Score::pk).average().orElseThrow(),
        scores.stream().mapToDouble(Score::windowDiff).average().orElseThrow());
  }
}
