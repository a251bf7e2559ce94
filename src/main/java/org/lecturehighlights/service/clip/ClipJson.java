package org.lecturehighlights.service.clip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A clip's {@code extra_metadata}: {@code edits} (the kept parts in lecture time), {@code
 * score_parts}, {@code proof}, and what the pipeline adds.
 */
public final class ClipJson {
  private ClipJson() {}

  /**
   * @param kept the parts that are played, by start
   * @param extra whatever else is worth keeping, as JSON values
   */
  public static Map<String, Object> metadata(
      List<Span> kept,
      Map<String, Double> scoreParts,
      NewClip.Proof proof,
      Map<String, Object> extra) {
    Map<String, Object> json = new LinkedHashMap<>(extra);
    json.put("score_parts", scoreParts);
    put(json, kept, proof);
    return json;
  }

  /** The metadata of a clip that was cut anew: its score remains that of its first cut. */
  static Map<String, Object> recut(
      Map<String, Object> before, List<Span> kept, NewClip.Proof proof) {
    Map<String, Object> json = new LinkedHashMap<>(before);
    json.put("edited", true);
    put(json, kept, proof);
    return json;
  }

  /** The parts that are played; the whole span where the predecessor kept none. */
  public static List<Span> kept(Map<String, Object> metadata, Span whole) {
    if (!(metadata.get("edits") instanceof List<?> edits)) {
      return List.of(whole);
    }
    List<Span> kept = new ArrayList<>();
    for (Object edit : edits) {
      if (edit instanceof Map<?, ?> span
          && span.get("start_time") instanceof Number start
          && span.get("end_time") instanceof Number end) {
        kept.add(Span.ofSeconds(start.doubleValue(), end.doubleValue()));
      }
    }
    return kept.isEmpty() ? List.of(whole) : kept;
  }

  private static void put(Map<String, Object> json, List<Span> kept, NewClip.Proof proof) {
    json.put("edits", kept.stream().map(ClipJson::span).toList());
    json.put("proof", proof(proof));
  }

  private static Map<String, Object> proof(NewClip.Proof proof) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (proof.firstWords() != null) {
      json.put("first_words", proof.firstWords());
    }
    if (proof.lastWords() != null) {
      json.put("last_words", proof.lastWords());
    }
    if (proof.silenceBefore() != null) {
      json.put("silence_before", span(proof.silenceBefore()));
    }
    if (proof.silenceAfter() != null) {
      json.put("silence_after", span(proof.silenceAfter()));
    }
    return json;
  }

  private static Map<String, Object> span(Span span) {
    return Map.of("start_time", span.startSeconds(), "end_time", span.endSeconds());
  }
}
