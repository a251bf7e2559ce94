package org.lecturehighlights.service.clip.edit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.platform.engine.task.TaskState;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.clip.PendingEdit;
import org.lecturehighlights.service.clip.ResultFile;

/**
 * A clip with all that is known of it; times are seconds of the lecture, the duration is the played
 * length.
 *
 * @param pending what replaces bounds and title as soon as it is rendered, or null
 * @param errorCode why the last rendering failed, or null
 */
@RegisterForReflection(targets = {ClipView.class, ClipView.Pending.class})
@Schema(description = "A clip")
public record ClipView(
    String clipId,
    String jobId,
    @Nullable String contentSegmentId,
    String title,
    @Nullable String topic,
    @Nullable Double importanceScore,
    double startTime,
    double endTime,
    double duration,
    @Nullable Integer clipOrder,
    Map<String, Object> extraMetadata,
    @Schema(enumeration = {"rendering", "ready", "failed"}) String status,
    @Nullable Pending pending,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    String url,
    @Nullable String thumbnailUrl,
    @Nullable String subtitleUrl,
    Instant createdAt) {

  /** A wish that is not fulfilled yet. */
  public record Pending(String title, double startTime, double endTime, double duration) {
    static Pending of(PendingEdit wanted, Clip clip) {
      return new Pending(
          wanted.replaced() == null ? clip.title() : wanted.replaced().title(),
          wanted.span().startSeconds(),
          wanted.span().endSeconds(),
          wanted.played().toMillis() / 1000.0);
    }
  }

  /**
   * @param link makes the address of a file
   */
  public static ClipView of(ClipState state, Function<ResultFile, String> link) {
    Clip clip = state.clip();
    Optional<TaskState> failure = state.task().filter(TaskState::isFailed);
    return new ClipView(
        clip.clipId(),
        clip.jobId(),
        clip.contentSegmentId(),
        clip.title(),
        clip.topic(),
        clip.importance(),
        clip.span().startSeconds(),
        clip.span().endSeconds(),
        clip.duration(),
        clip.order(),
        clip.metadata(),
        state.status().code(),
        state.pending().map(wanted -> Pending.of(wanted, clip)).orElse(null),
        failure.map(TaskState::errorCode).orElse(null),
        failure.map(TaskState::errorMessage).orElse(null),
        link.apply(ResultFile.video(clip)),
        ResultFile.thumbnail(clip).map(link).orElse(null),
        ResultFile.subtitles(clip).map(link).orElse(null),
        clip.createdAt());
  }
}
