package org.lecturehighlights.clip;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lecturehighlights.timeline.Span;

/**
 * A clip's {@code extra_metadata}: {@code edits} (the kept parts in lecture time), {@code
 * score_parts}, {@code proof}, and what the pipeline adds.
 */
final class ClipJson {
  private ClipJson() {}

  static Map<String, Object> metadata(NewClip clip) {
    Map<String, Object> json = new LinkedHashMap<>(clip.extra());
    json.put("edits", clip.kept().stream().map(ClipJson::span).toList());
    json.put("score_parts", clip.scoreParts());
    json.put("proof", proof(clip.proof()));
    return json;
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
