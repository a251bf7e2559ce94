package org.lecturehighlights.lecture.layout;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Seconds;
import org.lecturehighlights.lecture.timeline.Span;

/** Converts a layout's values to and from JSON columns: times in seconds, names in lower case. */
final class LayoutJson {
  private LayoutJson() {}

  static Map<String, Object> of(Region region) {
    return Map.of(
        "x", region.x(), "y", region.y(), "width", region.width(), "height", region.height());
  }

  static Region region(Map<String, Object> json) {
    return new Region(
        (int) number(json, "x"),
        (int) number(json, "y"),
        (int) number(json, "width"),
        (int) number(json, "height"));
  }

  static Map<String, Object> of(Span span) {
    return Map.of("start_time", span.startSeconds(), "end_time", span.endSeconds());
  }

  static Span span(Map<String, Object> json) {
    return Span.ofSeconds(number(json, "start_time"), number(json, "end_time"));
  }

  static Map<String, Object> of(LayoutSpan part) {
    return Map.of(
        "start_time", part.span().startSeconds(),
        "end_time", part.span().endSeconds(),
        "layout_type", codeOf(part.type()),
        "screen_region", of(part.screen()),
        "camera_region", of(part.camera()));
  }

  static LayoutSpan layoutSpan(Map<String, Object> json) {
    return new LayoutSpan(
        span(json),
        layoutType(text(json, "layout_type")),
        region(object(json.get("screen_region"))),
        region(object(json.get("camera_region"))));
  }

  static Map<String, Object> of(ScreenChange change) {
    return Map.of(
        "time", Seconds.of(change.at()),
        "kind", change.kind().name().toLowerCase(Locale.ROOT),
        "changed", change.changed());
  }

  static ScreenChange screenChange(Map<String, Object> json) {
    return new ScreenChange(
        Seconds.toDuration(number(json, "time")),
        ScreenChange.Kind.valueOf(text(json, "kind").toUpperCase(Locale.ROOT)),
        number(json, "changed"));
  }

  static String codeOf(LayoutType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  static LayoutType layoutType(String code) {
    return LayoutType.valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The objects of a list that may be missing. */
  static List<Map<String, Object>> objects(@Nullable Map<String, Object> json, String key) {
    return json != null && json.get(key) instanceof List<?> list
        ? list.stream().map(LayoutJson::object).toList()
        : List.of();
  }

  // Objects of a JSON column always have strings for keys.
  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(@Nullable Object json) {
    if (json instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalStateException("the stored layout has no object where one is expected");
  }

  /** The caller cuts off fractions of a pixel, which legacy rows may have. */
  private static double number(Map<String, Object> json, String key) {
    if (json.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalStateException("the stored layout has no number " + key);
  }

  private static String text(Map<String, Object> json, String key) {
    if (json.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("the stored layout has no text " + key);
  }
}
