package org.lecturehighlights.platform.database;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lecturehighlights.lecture.timeline.Span;

/** Random values for a test, from a seed that failures name. */
public final class Seeds {
  private final Random random;
  private long at;

  /** Prints the seed; {@code -Dtest.seed=…} repeats a run. */
  public Seeds() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("test.seed=" + seed);
    random = new Random(seed);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  public double fraction() {
    return random.nextDouble();
  }

  public boolean coin() {
    return random.nextBoolean();
  }

  public <T> T oneOf(T[] values) {
    return values[below(values.length)];
  }

  /** A span after all earlier ones, between 1 ms and 100 s long. */
  public Span nextSpan() {
    at += below(60_000);
    long start = at;
    at += 1 + below(100_000);
    return new Span(Duration.ofMillis(start), Duration.ofMillis(at));
  }

  /** Text with letters that break code with faulty quoting. */
  public String text() {
    return IntStream.range(0, 1 + below(30))
        .mapToObj(
            i -> oneOf(new String[] {"a", "Ä", "'", "\"", "\\", " ", "\n", "𝛑", "%", "?", ":x"}))
        .reduce("", String::concat);
  }

  public <T> List<T> list(int size, IntFunction<T> element) {
    return IntStream.range(0, size).mapToObj(element).toList();
  }
}
