package org.lecturehighlights.lecture.highlight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import org.lecturehighlights.lecture.content.ContentAnalyzer;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.silence.SilenceRegion;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.lecture.transcript.captions.Sentences;
import org.lecturehighlights.lecture.transcript.captions.WebVtt;

/**
 * The whole way from captions to subtitles of clips, for lectures that are as large as they get;
 * run in a process of its own, whose memory is limited.
 */
final class LongLecture {
  static final Duration TWELVE_HOURS = Duration.ofHours(12);

  private LongLecture() {}

  /** What the captions are like. */
  enum Kind {
    /** As fast as a lecturer speaks, for twelve hours. */
    SPEECH(108_000 / 9, 9, 400, true),
    /** As many cues as a caption file may be made to hold, each a sentence. */
    SENTENCES(120_000, 8, 400, true),
    /** The same without a full stop. */
    UNENDING(120_000, 8, 400, false),
    /** No word is said twice. */
    VOCABULARY(120_000, 8, Integer.MAX_VALUE, true),
    /** One word and nothing else. */
    MONOTONOUS(120_000, 8, 1, true);

    private final int cues;
    private final int words;
    private final int vocabulary;
    private final boolean ends;

    Kind(int cues, int words, int vocabulary, boolean ends) {
      this.cues = cues;
      this.words = words;
      this.vocabulary = vocabulary;
      this.ends = ends;
    }
  }

  static String webVtt(Kind kind, Duration length) {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("WEBVTT\n");
    int said = 0;
    for (int cue = 0; cue < kind.cues; cue++) {
      long from = length.toMillis() * cue / kind.cues;
      long to = Math.max(from + 1, length.toMillis() * (cue + 1) / kind.cues - cue % 7 * 20L);
      text.append("\n%s --> %s\n".formatted(clock(from), clock(to)));
      for (int k = 0; k < kind.words; k++) {
        boolean known = kind.vocabulary < Integer.MAX_VALUE;
        int topic = cue * 40 / kind.cues * 97;
        String word =
            word(known ? (topic + random.nextInt(kind.vocabulary)) % kind.vocabulary : said);
        text.append(k == 0 && kind.ends ? word.toUpperCase(Locale.ROOT) : word)
            .append(k + 1 < kind.words ? " " : kind.ends ? ".\n" : "\n");
        said++;
      }
    }
    return text.toString();
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder("q");
    for (int rest = number + 400; rest > 0; rest /= 20) {
      word.append("bcdfghjklmnpqrtvwxzk".charAt(rest % 20));
    }
    return word.append('o').toString();
  }

  private static String clock(long millis) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }

  /** Slides, blank screens and pauses as often as a lecture of twelve hours may have them. */
  static LayoutAnalysis layout(Duration length) {
    List<ScreenChange> changes = new ArrayList<>();
    List<Span> blank = new ArrayList<>();
    for (long at = 0; at + 10_000 < length.toMillis(); at += 5_000) {
      ScreenChange.Kind kind = at % 3 == 0 ? ScreenChange.Kind.NEW_SLIDE : ScreenChange.Kind.BULLET;
      changes.add(new ScreenChange(Duration.ofMillis(at), kind, 0.2));
      blank.add(new Span(Duration.ofMillis(at + 1000), Duration.ofMillis(at + 3000)));
    }
    return new LayoutAnalysis(
        new Region(0, 0, 100, 100),
        Region.NONE,
        1,
        LayoutType.SCREEN_ONLY,
        1,
        Duration.ZERO,
        List.of(),
        changes,
        blank,
        false);
  }

  static List<SilenceRegion> silences(Duration length) {
    List<SilenceRegion> silences = new ArrayList<>();
    for (long at = 0; at + 1000 < length.toMillis(); at += 1_000) {
      Span span = new Span(Duration.ofMillis(at), Duration.ofMillis(at + 400));
      silences.add(new SilenceRegion(span, SilenceRegion.Kind.AUDIO_SILENCE, -40.0));
    }
    return silences;
  }

  /** Arguments: a kind, the lecture's length in seconds, the longest clip in seconds. */
  public static void main(String[] arguments) throws InterruptedException {
    Kind kind = Kind.valueOf(arguments[0]);
    Duration length = Duration.ofSeconds(Long.parseLong(arguments[1]));
    ClipRules rules =
        new ClipRules(20, Duration.ofSeconds(1), Duration.ofSeconds(Long.parseLong(arguments[2])));
    long began = System.nanoTime();
    Transcript transcript =
        new Transcript(
                Transcript.Source.CAPTION_FILE, Sentences.of(WebVtt.read(webVtt(kind, length))))
            .within(length);
    tell(kind + ": captions", began, transcript.segments().size());
    for (Transcript said : List.of(transcript, Transcript.NONE)) {
      analyze(said, length, rules);
    }
  }

  private static void analyze(Transcript transcript, Duration length, ClipRules rules)
      throws InterruptedException {
    LayoutAnalysis layout = layout(length);
    List<SilenceRegion> silences = silences(length);
    long began = System.nanoTime();
    List<ContentSegment> topics =
        new ContentAnalyzer().analyze(transcript, silences, layout, length, OptionalInt.empty());
    tell("topics", began, topics.size());
    began = System.nanoTime();
    LectureFacts facts = new LectureFacts(length, transcript, silences, layout, topics);
    Highlights highlights = new HighlightSelector().choose(facts, rules);
    tell("clips", began, highlights.clips().size());
    began = System.nanoTime();
    int cues = 0;
    for (Cut clip : highlights.clips()) {
      List<TranscriptSegment> shown = new ClipTimeline(clip.played()).subtitles(transcript);
      cues += CaptionFormat.SUB_RIP.write(shown).split("\n\n").length;
    }
    tell("subtitles", began, cues);
  }

  private static void tell(String what, long began, int count) {
    System.out.printf(
        "%s: %d in %d ms%n", what, count, Duration.ofNanos(System.nanoTime() - began).toMillis());
  }
}
