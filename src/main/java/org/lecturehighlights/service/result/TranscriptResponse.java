package org.lecturehighlights.service.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.transcript.StoredSegment;
import org.lecturehighlights.lecture.transcript.Word;

/** A transcript, ordered by start; {@code words} is empty if the source has no word times. */
public record TranscriptResponse(String jobId, List<SegmentView> segments, int total) {

  public record SegmentView(
      String segmentId,
      double startTime,
      double endTime,
      String text,
      @Nullable Double confidence,
      @Nullable String speakerId,
      List<WordView> words,
      Instant createdAt) {

    static SegmentView of(StoredSegment stored) {
      return new SegmentView(
          stored.segmentId(),
          stored.segment().span().startSeconds(),
          stored.segment().span().endSeconds(),
          stored.segment().text(),
          stored.segment().confidence(),
          stored.segment().speaker(),
          stored.segment().words().stream().map(WordView::of).toList(),
          stored.createdAt());
    }
  }

  public record WordView(double startTime, double endTime, String text) {
    static WordView of(Word word) {
      return new WordView(word.span().startSeconds(), word.span().endSeconds(), word.text());
    }
  }

  /**
   * @param segments asked for one after the other, when the answer is written
   */
  static TranscriptResponse of(String jobId, List<StoredSegment> segments) {
    return new TranscriptResponse(
        jobId, new ViewedList<>(segments, SegmentView::of), segments.size());
  }
}
