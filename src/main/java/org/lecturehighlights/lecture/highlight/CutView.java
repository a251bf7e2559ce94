package org.lecturehighlights.lecture.highlight;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Seconds;

/**
 * The JSON representation of a cut, used wherever one is shown; times are in seconds of lecture
 * time.
 *
 * @param importanceScore 0 to 1
 * @param duration the playing time
 * @param extraMetadata see {@link CutJson}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CutView(
    @Nullable String contentSegmentId,
    String title,
    @Nullable String topic,
    @Nullable Double importanceScore,
    double startTime,
    double endTime,
    double duration,
    Map<String, Object> extraMetadata) {

  public static CutView of(Cut cut) {
    return new CutView(
        cut.segmentId(),
        cut.title(),
        cut.topic(),
        cut.score(),
        cut.span().startSeconds(),
        cut.span().endSeconds(),
        Seconds.of(cut.length()),
        CutJson.metadata(cut));
  }
}
