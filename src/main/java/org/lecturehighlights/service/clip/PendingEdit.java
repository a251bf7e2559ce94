package org.lecturehighlights.service.clip;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.highlight.CutJson;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.platform.runtime.PlainJson;

/**
 * The state that a clip will have after it has been rendered again.
 *
 * @param cut the whole cut; for a plain recut, title and score are those of the clip
 * @param runnerUp number of the runner-up that replaces the clip, or null for a plain recut
 */
@RegisterForReflection(targets = Span.class)
public record PendingEdit(Cut cut, @Nullable Integer runnerUp) {
  /** The kind of the task that renders it. */
  public static final String KIND = "render_clip";

  /** A copy with another title; a plain recut has no title of its own and stays unchanged. */
  public PendingEdit titled(String title) {
    return runnerUp == null ? this : new PendingEdit(cut.titled(title), runnerUp);
  }

  /** A copy with additional facts. */
  public PendingEdit with(Map<String, Object> facts) {
    return new PendingEdit(cut.with(facts), runnerUp);
  }

  /**
   * The JSON that the task stores. While a new version is rolled out, instances of both versions
   * read what the other one wrote, and the older one rejects members that it does not know.
   */
  public JsonNode toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("replaced", runnerUp == null ? null : subject());
    json.put("span", cut.span());
    json.put("kept", cut.played());
    json.put("metadata", CutJson.metadata(cut));
    json.put("runnerUp", runnerUp);
    return PlainJson.write(json);
  }

  private Map<String, @Nullable Object> subject() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("title", cut.title());
    json.put("topic", cut.topic());
    json.put("importance", cut.score());
    json.put("contentSegmentId", cut.segmentId());
    return json;
  }

  /**
   * Reads what {@link #toJson} wrote, in this version or an older one.
   *
   * @param clip the current clip, whose title and score a plain recut keeps
   */
  public static PendingEdit of(JsonNode json, Clip clip) {
    Span span = PlainJson.read(json.path("span"), Span.class);
    JsonNode subject = json.path("replaced");
    Cut cut =
        subject.isObject()
            ? Cut.of(
                span,
                subject.path("title").asText(),
                subject.path("topic").textValue(),
                subject.path("contentSegmentId").textValue(),
                subject.path("importance").isNumber()
                    ? subject.path("importance").doubleValue()
                    : null)
            : clip.cut();
    Map<String, Object> metadata = PlainJson.members(json.path("metadata"));
    // One by one, because the array type is not registered in native images.
    List<Span> kept = new ArrayList<>();
    json.path("kept").forEach(part -> kept.add(PlainJson.read(part, Span.class)));
    return new PendingEdit(CutJson.read(cut, span, metadata).playing(kept), runnerUp(json));
  }

  /** The number of the runner-up that replaces the clip, or null. */
  public static @Nullable Integer runnerUp(JsonNode json) {
    JsonNode number = json.path("runnerUp");
    return number.isInt() ? number.intValue() : null;
  }
}
