package org.lecturehighlights.lecture.timeline;

import java.time.Duration;
import java.util.Optional;

/**
 * A half-open interval of lecture time, {@code [start, end)}, in whole milliseconds, so that it can
 * be stored in {@code double} columns and JSON without change.
 *
 * @param start from the beginning of the lecture, never negative
 * @param end not before start
 */
public record Span(Duration start, Duration end) implements Comparable<Span> {

  public Span {
    start = Seconds.wholeMillis(start);
    end = Seconds.wholeMillis(end);
    if (start.isNegative() || end.compareTo(start) < 0) {
      throw new IllegalArgumentException("not a span of lecture time: " + start + " to " + end);
    }
  }

  /** A span from seconds, rounded to milliseconds. */
  public static Span ofSeconds(double start, double end) {
    return new Span(Seconds.toDuration(start), Seconds.toDuration(end));
  }

  public Duration length() {
    return end.minus(start);
  }

  public double startSeconds() {
    return Seconds.of(start);
  }

  public double endSeconds() {
    return Seconds.of(end);
  }

  public double lengthSeconds() {
    return Seconds.of(length());
  }

  public Duration middle() {
    return start.plus(length().dividedBy(2));
  }

  public boolean contains(Duration moment) {
    return start.compareTo(moment) <= 0 && moment.compareTo(end) < 0;
  }

  /** The intersection of both, if it is not empty. */
  public Optional<Span> intersect(Span other) {
    Duration from = start.compareTo(other.start) >= 0 ? start : other.start;
    Duration to = end.compareTo(other.end) <= 0 ? end : other.end;
    return to.compareTo(from) > 0 ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  @Override
  public int compareTo(Span other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }
}
