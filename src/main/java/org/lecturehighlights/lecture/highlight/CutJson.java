package org.lecturehighlights.lecture.highlight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A cut's {@code extra_metadata}: {@code edits} (the kept parts in lecture time), {@code
 * score_parts}, {@code proof} and additional facts. Members that an older version wrote in another
 * form are kept as they are.
 */
public final class CutJson {
  private static final String EDITS = "edits";
  private static final String SCORE_PARTS = "score_parts";
  private static final String PROOF = "proof";

  /** The members of {@code proof}; those that are null are left out. */
  public static final List<String> PROOF_MEMBERS =
      List.of("first_words", "last_words", "silence_before", "silence_after");

  private CutJson() {}

  /** The part of a cut that has no columns of its own, as JSON values. */
  public static Map<String, Object> metadata(Cut cut) {
    Map<String, Object> json = new LinkedHashMap<>(cut.extra());
    if (!cut.kept().isEmpty()) {
      json.put(EDITS, cut.kept().stream().map(CutJson::span).toList());
    }
    if (!cut.scoreParts().isEmpty()) {
      json.put(SCORE_PARTS, cut.scoreParts());
    }
    if (cut.proof() != null) {
      json.put(PROOF, proof(cut.proof()));
    }
    return json;
  }

  /** The cut with these bounds and the contents of its metadata. */
  public static Cut read(Cut cut, Span bounds, Map<String, Object> metadata) {
    List<Span> kept = spans(metadata.get(EDITS));
    SortedMap<String, Double> scoreParts = numbers(metadata.get(SCORE_PARTS));
    @Nullable CutProof proof = readProof(metadata.get(PROOF));
    Map<String, Object> extra = new LinkedHashMap<>(metadata);
    if (!kept.isEmpty()) {
      extra.remove(EDITS);
    }
    if (!scoreParts.isEmpty()) {
      extra.remove(SCORE_PARTS);
    }
    if (proof != null) {
      extra.remove(PROOF);
    }
    return cut.detailed(bounds, kept, scoreParts, proof, extra);
  }

  private static Map<String, Object> proof(CutProof proof) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, 0, proof.firstWords());
    put(json, 1, proof.lastWords());
    put(json, 2, proof.silenceBefore() == null ? null : span(proof.silenceBefore()));
    put(json, 3, proof.silenceAfter() == null ? null : span(proof.silenceAfter()));
    return json;
  }

  private static void put(Map<String, Object> proof, int member, @Nullable Object value) {
    if (value != null) {
      proof.put(PROOF_MEMBERS.get(member), value);
    }
  }

  private static @Nullable CutProof readProof(@Nullable Object json) {
    if (!(json instanceof Map<?, ?> proof) || !PROOF_MEMBERS.containsAll(proof.keySet())) {
      return null;
    }
    return new CutProof(
        proof.get(PROOF_MEMBERS.get(0)) instanceof String words ? words : null,
        proof.get(PROOF_MEMBERS.get(1)) instanceof String words ? words : null,
        readSpan(proof.get(PROOF_MEMBERS.get(2))),
        readSpan(proof.get(PROOF_MEMBERS.get(3))));
  }

  /** Empty unless all values are numbers. */
  private static SortedMap<String, Double> numbers(@Nullable Object json) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    if (json instanceof Map<?, ?> parts) {
      for (Map.Entry<?, ?> part : parts.entrySet()) {
        if (!(part.getValue() instanceof Number number)) {
          return new TreeMap<>();
        }
        numbers.put(String.valueOf(part.getKey()), number.doubleValue());
      }
    }
    return numbers;
  }

  private static Map<String, Object> span(Span span) {
    return Map.of("start_time", span.startSeconds(), "end_time", span.endSeconds());
  }

  private static List<Span> spans(@Nullable Object json) {
    List<Span> spans = new ArrayList<>();
    if (json instanceof List<?> list) {
      for (Object one : list) {
        @Nullable Span span = readSpan(one);
        if (span != null) {
          spans.add(span);
        }
      }
    }
    return spans;
  }

  private static @Nullable Span readSpan(@Nullable Object json) {
    return json instanceof Map<?, ?> span
            && span.get("start_time") instanceof Number start
            && span.get("end_time") instanceof Number end
        ? Span.ofSeconds(start.doubleValue(), end.doubleValue())
        : null;
  }
}
