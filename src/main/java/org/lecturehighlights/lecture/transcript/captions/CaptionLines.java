package org.lecturehighlights.lecture.transcript.captions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.Word;

/**
 * A sentence as cues that players can show: at most two lines of 42 characters, the common limit of
 * broadcasters' caption guides. Lines are made equally long, so that no cue holds a lonely word.
 */
final class CaptionLines {
  private static final int LINE = 42;
  private static final int LINES = 2;

  private CaptionLines() {}

  static Stream<Cue> of(TranscriptSegment sentence) {
    Stream.Builder<Cue> cues = Stream.builder();
    List<Word> words = fitting(timed(sentence));
    List<List<Word>> lines = balanced(words);
    for (int i = 0; i < lines.size(); i += LINES) {
      List<List<Word>> shown = lines.subList(i, Math.min(i + LINES, lines.size()));
      Duration start =
          i == 0 ? sentence.span().start() : shown.getFirst().getFirst().span().start();
      Duration end =
          i + LINES >= lines.size()
              ? sentence.span().end()
              : shown.getLast().getLast().span().end();
      if (end.compareTo(start) > 0) {
        String text = String.join("\n", shown.stream().map(CaptionLines::joined).toList());
        cues.add(new Cue(new Span(start, end), text, sentence.speaker()));
      }
    }
    return cues.build();
  }

  private static List<Word> timed(TranscriptSegment sentence) {
    List<String> text = List.of(sentence.text().strip().split("\\s+"));
    if (sentence.words().size() != text.size()) {
      return WordTimes.share(sentence.span(), sentence.text());
    }
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      words.add(new Word(sentence.words().get(i).span(), text.get(i)));
    }
    return words;
  }

  private static List<Word> fitting(List<Word> words) {
    List<Word> fitting = new ArrayList<>();
    for (Word word : words) {
      int[] points = word.text().codePoints().toArray();
      for (int from = 0; from < points.length; from += LINE) {
        int to = Math.min(from + LINE, points.length);
        fitting.add(
            new Word(
                WordTimes.part(word.span(), from, to, points.length),
                new String(points, from, to - from)));
      }
    }
    return fitting;
  }

  private static List<List<Word>> balanced(List<Word> words) {
    List<List<Word>> widest = lines(words, LINE);
    for (int width = 1; width < LINE; width++) {
      List<List<Word>> narrower = lines(words, width);
      if (narrower.size() == widest.size() && longest(narrower) <= LINE) {
        return narrower;
      }
    }
    return widest;
  }

  private static List<List<Word>> lines(List<Word> words, int width) {
    List<List<Word>> lines = new ArrayList<>();
    int used = 0;
    for (Word word : words) {
      int length = word.text().length();
      if (lines.isEmpty() || used + 1 + length > width) {
        lines.add(new ArrayList<>());
        used = length;
      } else {
        used += 1 + length;
      }
      lines.getLast().add(word);
    }
    return lines;
  }

  private static int longest(List<List<Word>> lines) {
    return lines.stream().mapToInt(line -> joined(line).length()).max().orElse(0);
  }

  private static String joined(List<Word> line) {
    return String.join(" ", line.stream().map(Word::text).toList());
  }
}
