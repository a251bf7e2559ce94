package org.lecturehighlights.service.clip;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutView;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.platform.engine.task.TaskState;

/**
 * A clip with all its details; times are in seconds of lecture time, the duration is the playing
 * time.
 *
 * @param pending the bounds and title that apply once rendering is done, or null
 * @param errorCode why the last rendering failed, or null
 */
@RegisterForReflection(targets = {ClipView.class, ClipView.Pending.class, CutView.class})
@Schema(description = "A clip")
public record ClipView(
    String clipId,
    String jobId,
    @JsonUnwrapped CutView cut,
    @Nullable Integer clipOrder,
    @Schema(enumeration = {"rendering", "ready", "failed"}) String status,
    @Nullable Pending pending,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    String url,
    @Nullable String thumbnailUrl,
    @Nullable String subtitleUrl,
    Instant createdAt) {

  /** An edit that has not been rendered yet. */
  public record Pending(String title, double startTime, double endTime, double duration) {
    static Pending of(Cut cut) {
      return new Pending(
          cut.title(),
          cut.span().startSeconds(),
          cut.span().endSeconds(),
          Seconds.of(cut.length()));
    }
  }

  /**
   * The view of a clip in its current state.
   *
   * @param link gives the URL of a file
   */
  public static ClipView of(ClipState state, Function<ResultFile, String> link) {
    Clip clip = state.clip();
    Optional<TaskState> failure = state.task().filter(TaskState::isFailed);
    return new ClipView(
        clip.clipId(),
        clip.jobId(),
        CutView.of(clip.cut()),
        clip.order(),
        state.status().code(),
        state.pending().map(wanted -> Pending.of(wanted.cut())).orElse(null),
        failure.map(TaskState::errorCode).orElse(null),
        failure.map(TaskState::errorMessage).orElse(null),
        link.apply(ResultFile.video(clip)),
        ResultFile.thumbnail(clip).map(link).orElse(null),
        ResultFile.subtitles(clip).map(link).orElse(null),
        clip.createdAt());
  }
}
