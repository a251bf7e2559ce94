package org.lecturehighlights.clip.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.clip.ClipLinks;
import org.lecturehighlights.clip.StoredClip;

/** The clips of a job in their order, with all that is known of them. */
record ClipList(String jobId, List<ClipView> clips, int total) {

  record ClipView(
      String clipId,
      @Nullable String contentSegmentId,
      String title,
      @Nullable String topic,
      @Nullable Double importanceScore,
      double startTime,
      double endTime,
      double duration,
      @Nullable Integer clipOrder,
      Map<String, Object> extraMetadata,
      String url,
      @Nullable String thumbnailUrl,
      @Nullable String subtitleUrl,
      Instant createdAt) {

    static ClipView of(StoredClip clip, UnaryOperator<String> links) {
      String id = clip.clipId();
      return new ClipView(
          id,
          clip.contentSegmentId(),
          clip.title(),
          clip.topic(),
          clip.importance(),
          clip.span().startSeconds(),
          clip.span().endSeconds(),
          clip.duration(),
          clip.order(),
          clip.metadata(),
          links.apply(ClipLinks.video(id)),
          clip.thumbnailKey() == null ? null : links.apply(ClipLinks.thumbnail(id)),
          clip.subtitleKey() == null ? null : links.apply(ClipLinks.subtitles(id)),
          clip.createdAt());
    }
  }

  static ClipList of(String jobId, List<StoredClip> clips, UnaryOperator<String> links) {
    return new ClipList(
        jobId, clips.stream().map(clip -> ClipView.of(clip, links)).toList(), clips.size());
  }
}
