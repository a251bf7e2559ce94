package org.lecturehighlights.clip.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.clip.ResultFile;
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

    static ClipView of(StoredClip clip, Function<ResultFile, String> link) {
      return new ClipView(
          clip.clipId(),
          clip.contentSegmentId(),
          clip.title(),
          clip.topic(),
          clip.importance(),
          clip.span().startSeconds(),
          clip.span().endSeconds(),
          clip.duration(),
          clip.order(),
          clip.metadata(),
          link.apply(ResultFile.video(clip)),
          ResultFile.thumbnail(clip).map(link).orElse(null),
          ResultFile.subtitles(clip).map(link).orElse(null),
          clip.createdAt());
    }
  }

  static ClipList of(String jobId, List<StoredClip> clips, Function<ResultFile, String> link) {
    return new ClipList(
        jobId, clips.stream().map(clip -> ClipView.of(clip, link)).toList(), clips.size());
  }
}
