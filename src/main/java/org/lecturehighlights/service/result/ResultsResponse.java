package org.lecturehighlights.service.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.layout.StoredLayout;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.transcript.StoredSegment;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.platform.problem.Warning;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.ResultFile;
import org.lecturehighlights.service.job.Job;

/**
 * All results of a completed job, in the legacy format; times are in seconds of lecture time, a
 * clip's duration is its playing time.
 *
 * @param transcript null if there is none
 */
record ResultsResponse(
    String jobId,
    List<ResultClip> clips,
    @Nullable List<Line> transcript,
    Metadata metadata,
    List<Warning> warnings) {

  record ResultClip(
      String clipId,
      String title,
      @Nullable String topic,
      @Nullable Double importanceScore,
      @Nullable Integer clipOrder,
      double startTime,
      double endTime,
      double duration,
      String s3Key,
      String url,
      @Nullable String thumbnailUrl,
      @Nullable String subtitleUrl) {

    static ResultClip of(Clip clip, Function<ResultFile, String> link) {
      Cut cut = clip.cut();
      return new ResultClip(
          clip.clipId(),
          cut.title(),
          cut.topic(),
          cut.score(),
          clip.order(),
          cut.span().startSeconds(),
          cut.span().endSeconds(),
          Seconds.of(cut.length()),
          clip.files().videoKey(),
          link.apply(ResultFile.video(clip)),
          ResultFile.thumbnail(clip).map(link).orElse(null),
          ResultFile.subtitles(clip).map(link).orElse(null));
    }
  }

  record Line(double startTime, double endTime, String text, @Nullable Double confidence) {
    static Line of(StoredSegment stored) {
      TranscriptSegment segment = stored.segment();
      return new Line(
          segment.span().startSeconds(),
          segment.span().endSeconds(),
          segment.text(),
          segment.confidence());
    }
  }

  /**
   * @param processingDurationSeconds time from the request to completion
   * @param highlightVideo always null: clips are not joined into one video
   */
  record Metadata(
      @Nullable Layout layout,
      @Nullable Instant completedAt,
      @Nullable Double processingDurationSeconds,
      OriginalVideo originalVideo,
      @Nullable Object highlightVideo) {

    static Metadata of(Results results, Function<ResultFile, String> link) {
      Job job = results.job();
      return new Metadata(
          results.layout().map(Layout::of).orElse(null),
          job.completedAt(),
          job.completedAt() == null
              ? null
              : Seconds.of(Duration.between(job.createdAt(), job.completedAt())),
          OriginalVideo.of(job, link),
          null);
    }
  }

  record Layout(
      String layoutType,
      double splitRatio,
      LayoutResponse.Rectangle screenRegion,
      LayoutResponse.Rectangle cameraRegion) {
    static Layout of(StoredLayout stored) {
      return new Layout(
          LayoutResponse.codeOf(stored.layout().type()),
          stored.layout().splitRatio(),
          LayoutResponse.Rectangle.of(stored.layout().screen()),
          LayoutResponse.Rectangle.of(stored.layout().camera()));
    }
  }

  record OriginalVideo(String s3Key, String filename, @Nullable Double duration, String url) {
    static OriginalVideo of(Job job, Function<ResultFile, String> link) {
      return new OriginalVideo(
          job.lectureKey(),
          job.filename(),
          job.videoDuration(),
          link.apply(ResultFile.lecture(job)));
    }
  }

  /**
   * @param link gives the URL of a file for this caller
   */
  static ResultsResponse of(Results results, Function<ResultFile, String> link) {
    return new ResultsResponse(
        results.job().jobId(),
        results.clips().stream().map(clip -> ResultClip.of(clip, link)).toList(),
        results.transcript().isEmpty() ? null : new ViewedList<>(results.transcript(), Line::of),
        Metadata.of(results, link),
        results.job().warnings());
  }
}
