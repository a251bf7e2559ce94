package org.lecturehighlights.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * What the lecturer says and shows, with times that follow from the number of words.
 *
 * @param seconds length of the lecture
 */
record SampleScript(List<Shown> slides, List<Said> sentences, double seconds) {
  private static final double SECONDS_OF_A_WORD = 0.36;
  private static final double AFTER_A_SENTENCE = 0.8;
  private static final double AFTER_A_SLIDE = 2;

  /** A slide from a moment on. */
  record Shown(double fromSeconds, Slide slide) {}

  /** A sentence and when it is said. */
  record Said(Span at, String text) {}

  record Slide(String title, List<String> points, List<String> spoken) {}

  private static final List<Slide> LECTURE =
      List.of(
          new Slide(
              "VIRTUAL MEMORY",
              List.of("EACH PROCESS: ITS OWN ADDRESSES", "PAGES OF 4096 BYTES"),
              List.of(
                  "Welcome to our lecture about virtual memory.",
                  "With virtual memory many programs can share one physical memory.",
                  "The key idea of virtual memory is that no process ever sees a physical address.",
                  "Each process has an address space of its own, which begins at zero.",
                  "The processor translates every virtual address into a physical address.",
                  "For this the address space is divided into pages of four kilobytes.")),
          new Slide(
              "THE PAGE TABLE",
              List.of("PAGE NUMBER + OFFSET", "ONE ENTRY FOR EACH PAGE", "MISSING: A PAGE FAULT"),
              List.of(
                  "Let us look at the page table now.",
                  "A virtual address has two parts, the page number and the offset.",
                  "The page table has one entry for each page of the process.",
                  "This entry names the frame in which the page lies.",
                  "For example, page number three may lie in frame number seventeen.",
                  "If the entry is empty, the processor raises a page fault.",
                  "Then the operating system loads the page from the disk, and the program goes"
                      + " on.")),
          new Slide(
              "THE TRANSLATION CACHE",
              List.of("TLB: 64 ENTRIES", "HIT: 1 CYCLE", "MISS: WALK THE TABLE"),
              List.of(
                  "So far every access to memory needs a second access for the page table.",
                  "That would make every program twice as slow.",
                  "The answer is a small cache, the translation lookaside buffer.",
                  "It remembers the translations that were used last.",
                  "A hit in this cache costs one cycle, a miss costs a walk through the table.",
                  "It is important that programs touch few pages at a time, because then almost"
                      + " every translation is a hit in the cache.")),
          new Slide(
              "REPLACING PAGES",
              List.of(
                  "MEMORY IS FULL: WHO LEAVES?",
                  "LRU: THE LEAST RECENTLY USED",
                  "CLOCK: ALMOST LRU"),
              List.of(
                  "What happens if the physical memory is full?",
                  "Then the operating system needs a rule for page replacement.",
                  "The best page replacement would know the future, which nobody does.",
                  "So page replacement looks back and takes the page that was used least recently.",
                  "The clock algorithm comes close to that with a single bit for each page.",
                  "In summary, good page replacement keeps the working set of each process in"
                      + " memory.",
                  "Thank you, and see you next week.")));

  static SampleScript written() {
    List<Shown> slides = new ArrayList<>();
    List<Said> sentences = new ArrayList<>();
    double now = 1;
    for (Slide slide : LECTURE) {
      slides.add(new Shown(slides.isEmpty() ? 0 : now - AFTER_A_SLIDE / 2, slide));
      for (String text : slide.spoken()) {
        double end = now + SECONDS_OF_A_WORD * text.split(" ").length;
        sentences.add(new Said(Span.ofSeconds(now, end), text));
        now = end + AFTER_A_SENTENCE;
      }
      now += AFTER_A_SLIDE - AFTER_A_SENTENCE;
    }
    return new SampleScript(List.copyOf(slides), List.copyOf(sentences), Math.ceil(now));
  }

  Slide slideAt(double seconds) {
    return slides.stream()
        .filter(shown -> shown.fromSeconds() <= seconds)
        .reduce((_, later) -> later)
        .orElseThrow()
        .slide();
  }

  boolean speaksAt(double seconds) {
    return sentences.stream()
        .anyMatch(said -> said.at().startSeconds() <= seconds && seconds < said.at().endSeconds());
  }

  /** Where nobody speaks. */
  List<Span> pauses() {
    List<Span> pauses = new ArrayList<>();
    double from = 0;
    for (Said said : sentences) {
      pauses.add(Span.ofSeconds(from, said.at().startSeconds()));
      from = said.at().endSeconds();
    }
    pauses.add(Span.ofSeconds(from, seconds));
    return pauses;
  }

  String webVtt() {
    StringBuilder captions = new StringBuilder("WEBVTT\n");
    for (Said said : sentences) {
      captions.append(
          "\n%s --> %s\n%s\n"
              .formatted(
                  time(said.at().startSeconds()), time(said.at().endSeconds()), said.text()));
    }
    return captions.toString();
  }

  private static String time(double seconds) {
    int minutes = (int) seconds / 60;
    return String.format(Locale.ROOT, "%02d:%06.3f", minutes, seconds - 60 * minutes);
  }
}
