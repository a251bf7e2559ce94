package org.lecturehighlights.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What a flood got for answers, and what honest readers got meanwhile. */
final class FloodResult {
  private final String name;
  private final Map<Integer, LongAdder> statuses = new TreeMap<>();
  private final AtomicInteger unready = new AtomicInteger();
  private Load reads = new Load(0, new long[0]);

  FloodResult(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  synchronized void answered(int status) {
    statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
  }

  void unready() {
    unready.incrementAndGet();
  }

  int timesUnready() {
    return unready.get();
  }

  void reads(Load load) {
    reads = load;
  }

  Load reads() {
    return reads;
  }

  /** Answers that a server gives when it has not foreseen something. */
  synchronized long failures() {
    return statuses.entrySet().stream()
        .filter(one -> one.getKey() == 500)
        .mapToLong(one -> one.getValue().sum())
        .sum();
  }

  /** Answers by status; 0 are those of connections that the server closed. */
  synchronized String answers() {
    return statuses.toString();
  }
}
