package org.lecturehighlights.service.result;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.lecturehighlights.lecture.layout.LayoutAnalysis;
import org.lecturehighlights.lecture.layout.LayoutSpan;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.layout.Region;
import org.lecturehighlights.lecture.layout.ScreenChange;
import org.lecturehighlights.lecture.layout.StoredLayout;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;

/** Where screen and camera are in the picture, and how the screen changes. */
public record LayoutResponse(
    String layoutId,
    String jobId,
    Rectangle screenRegion,
    Rectangle cameraRegion,
    double splitRatio,
    String layoutType,
    double confidenceScore,
    double sampleFrameTime,
    List<Part> timeline,
    List<Change> screenChanges,
    List<Stretch> blankScreens,
    boolean frozen,
    Instant createdAt) {

  /** A rectangle in pixels of the lecture's picture; all zero if there is none. */
  public record Rectangle(int x, int y, int width, int height) {
    static Rectangle of(Region region) {
      return new Rectangle(region.x(), region.y(), region.width(), region.height());
    }
  }

  public record Part(
      double startTime,
      double endTime,
      String layoutType,
      Rectangle screenRegion,
      Rectangle cameraRegion) {
    public static Part of(LayoutSpan part) {
      return new Part(
          part.span().startSeconds(),
          part.span().endSeconds(),
          codeOf(part.type()),
          Rectangle.of(part.screen()),
          Rectangle.of(part.camera()));
    }
  }

  /**
   * A change of the screen. {@code kind} is new_slide or bullet, {@code changed} the share of the
   * screen that changed, 0 to 1.
   */
  public record Change(double time, String kind, double changed) {
    static Change of(ScreenChange change) {
      return new Change(
          Seconds.of(change.at()), change.kind().name().toLowerCase(Locale.ROOT), change.changed());
    }
  }

  public record Stretch(double startTime, double endTime) {
    public static Stretch of(Span span) {
      return new Stretch(span.startSeconds(), span.endSeconds());
    }
  }

  static LayoutResponse of(String jobId, StoredLayout stored) {
    LayoutAnalysis layout = stored.layout();
    return new LayoutResponse(
        stored.layoutId(),
        jobId,
        Rectangle.of(layout.screen()),
        Rectangle.of(layout.camera()),
        layout.splitRatio(),
        codeOf(layout.type()),
        layout.confidence(),
        Seconds.of(layout.sampleFrame()),
        layout.timeline().stream().map(Part::of).toList(),
        layout.changes().stream().map(Change::of).toList(),
        layout.blankScreens().stream().map(Stretch::of).toList(),
        layout.frozen(),
        stored.createdAt());
  }

  static String codeOf(LayoutType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
