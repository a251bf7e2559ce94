package org.lecturehighlights.service.clip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * What a clip is to become when it is rendered anew.
 *
 * @param replaced what else changes with the bounds; null where only the bounds do
 * @param kept what is played, by start
 * @param metadata the whole {@code extra_metadata} of the clip
 * @param runnerUp number of the runner-up that comes in, or null
 */
@RegisterForReflection(targets = {PendingEdit.class, PendingEdit.Subject.class, Span.class})
public record PendingEdit(
    @Nullable Subject replaced,
    Span span,
    List<Span> kept,
    Map<String, Object> metadata,
    @Nullable Integer runnerUp) {
  /** The errand that renders it. */
  public static final String ERRAND = "render_clip";

  private static final ObjectMapper MAPPER =
      new ObjectMapper().registerModule(new JavaTimeModule());

  public PendingEdit {
    kept = List.copyOf(kept);
  }

  /** What a clip is about. */
  public record Subject(
      String title,
      @Nullable String topic,
      @Nullable Double importance,
      @Nullable String contentSegmentId) {}

  /** The same clip, cut anew; other wishes that are not fulfilled yet remain. */
  public static PendingEdit recut(
      Clip clip, Optional<PendingEdit> pending, Span span, List<Span> kept, NewClip.Proof proof) {
    Map<String, Object> before = pending.map(PendingEdit::metadata).orElse(clip.metadata());
    return new PendingEdit(
        pending.map(PendingEdit::replaced).orElse(null),
        span,
        kept,
        ClipJson.recut(before, kept, proof),
        pending.map(PendingEdit::runnerUp).orElse(null));
  }

  /** The same with another title. */
  public PendingEdit titled(String title) {
    return replaced == null
        ? this
        : new PendingEdit(
            new Subject(
                title, replaced.topic(), replaced.importance(), replaced.contentSegmentId()),
            span,
            kept,
            metadata,
            runnerUp);
  }

  /** The same with more in its metadata. */
  public PendingEdit with(Map<String, Object> facts) {
    Map<String, Object> all = new LinkedHashMap<>(metadata);
    all.putAll(facts);
    return new PendingEdit(replaced, span, kept, all, runnerUp);
  }

  /** The played length. */
  public Duration played() {
    return kept.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  public JsonNode toJson() {
    return MAPPER.valueToTree(this);
  }

  public static PendingEdit of(JsonNode json) {
    try {
      return MAPPER.treeToValue(json, PendingEdit.class);
    } catch (JsonProcessingException foreign) {
      throw new IllegalStateException("a wanted clip of another version", foreign);
    }
  }
}
