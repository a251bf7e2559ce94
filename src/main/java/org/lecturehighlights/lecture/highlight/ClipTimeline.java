package org.lecturehighlights.lecture.highlight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lecturehighlights.lecture.timeline.SortedSpans;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.Transcript;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.Word;

/**
 * Converts lecture time to the time of a clip.
 *
 * @param kept the parts of the lecture that the clip plays, ordered by start and not overlapping
 */
public record ClipTimeline(List<Span> kept) {
  public ClipTimeline {
    kept = List.copyOf(kept);
  }

  /** The playing time. */
  public Duration length() {
    return kept.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The time at which the clip shows a moment of the lecture: 0 for moments before the clip, its
   * length for moments after it, and the position of the cut for moments that were left out.
   */
  public Duration toClip(Duration moment) {
    Duration played = Duration.ZERO;
    for (Span part : kept) {
      if (moment.compareTo(part.start()) <= 0) {
        return played;
      }
      if (moment.compareTo(part.end()) < 0) {
        return played.plus(moment.minus(part.start()));
      }
      played = played.plus(part.length());
    }
    return played;
  }

  /** The subtitles of the clip, in clip time; sentences and words outside of it are cut off. */
  public List<TranscriptSegment> subtitles(Transcript transcript) {
    List<TranscriptSegment> subtitles = new ArrayList<>();
    for (TranscriptSegment sentence : shown(transcript.segments())) {
      toClip(sentence.span()).ifPresent(span -> subtitles.add(subtitle(sentence, span)));
    }
    return subtitles;
  }

  /** The sentences among which all that the clip shows are; those before and after are none. */
  private List<TranscriptSegment> shown(List<TranscriptSegment> sentences) {
    if (kept.isEmpty()) {
      return List.of();
    }
    SortedSpans spans = new SortedSpans(sentences.stream().map(TranscriptSegment::span).toList());
    Span clip = new Span(kept.getFirst().start(), kept.getLast().end());
    return sentences.subList(spans.first(clip), spans.after(clip));
  }

  private TranscriptSegment subtitle(TranscriptSegment sentence, Span span) {
    List<Word> words = new ArrayList<>();
    for (Word word : sentence.words()) {
      toClip(word.span()).ifPresent(shown -> words.add(new Word(shown, word.text())));
    }
    boolean whole = words.isEmpty() || words.size() == sentence.words().size();
    String text =
        whole ? sentence.text() : String.join(" ", words.stream().map(Word::text).toList());
    return new TranscriptSegment(span, text, sentence.confidence(), sentence.speaker(), words);
  }

  private Optional<Span> toClip(Span span) {
    Duration start = toClip(span.start());
    Duration end = toClip(span.end());
    return end.compareTo(start) > 0 ? Optional.of(new Span(start, end)) : Optional.empty();
  }
}
