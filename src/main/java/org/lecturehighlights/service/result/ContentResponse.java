package org.lecturehighlights.service.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.content.ContentSegment;
import org.lecturehighlights.lecture.content.StoredContentSegment;

/** The topics of a lecture, ordered by start. */
record ContentResponse(String jobId, List<TopicView> segments, int total) {

  record TopicView(
      String segmentId,
      double startTime,
      double endTime,
      double duration,
      String topic,
      @Nullable String description,
      double importanceScore,
      List<String> keywords,
      List<String> concepts,
      int segmentOrder,
      Instant createdAt) {

    static TopicView of(StoredContentSegment stored) {
      ContentSegment segment = stored.segment();
      return new TopicView(
          stored.segmentId(),
          segment.span().startSeconds(),
          segment.span().endSeconds(),
          segment.span().lengthSeconds(),
          segment.topic(),
          segment.description(),
          segment.importance(),
          segment.keywords(),
          segment.concepts(),
          segment.order(),
          stored.createdAt());
    }
  }

  static ContentResponse of(String jobId, List<StoredContentSegment> segments) {
    return new ContentResponse(
        jobId, segments.stream().map(TopicView::of).toList(), segments.size());
  }
}
