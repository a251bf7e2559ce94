package org.lecturehighlights.lecture.highlight;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.timeline.Span;

/**
 * A part of the lecture worth watching, with the reasons for it. It travels unchanged from the
 * choice to the API: whoever needs more about it wraps it. Its members are those of the manifest
 * that segmentation stores. What the manifest did not hold before is left out where it is empty,
 * since the version before this one refuses members that it does not know; this one ignores them.
 *
 * @param span lecture time from the first to the last kept moment
 * @param kept the parts that are played, by start; empty for a legacy clip that names none and
 *     plays its whole span, see {@link #played()}
 * @param segment {@code order} of the content segment it comes from, or null
 * @param segmentId the same segment's stored name, or null
 * @param score 0 to 1, or null for a legacy clip that was never scored
 * @param scoreParts what the score is made of, by name
 * @param proof why the cuts are where they are, or null for a legacy clip
 * @param extra whatever else is known, as JSON values
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Cut(
    Span span,
    List<Span> kept,
    String title,
    @Nullable String topic,
    @Nullable Integer segment,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String segmentId,
    @Nullable Double score,
    SortedMap<String, Double> scoreParts,
    @Nullable CutProof proof,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> extra) {
  public Cut {
    kept = List.copyOf(kept);
    scoreParts = Collections.unmodifiableSortedMap(new TreeMap<>(scoreParts));
    // JSON leaves it out where it is empty, and its values may be null.
    extra =
        Collections.unmodifiableMap(
            new LinkedHashMap<>(Objects.requireNonNullElse(extra, Map.of())));
  }

  /** A cut as its row tells, before its metadata is read. */
  public static Cut of(
      Span span,
      String title,
      @Nullable String topic,
      @Nullable String segmentId,
      @Nullable Double score) {
    return new Cut(
        span, List.of(), title, topic, null, segmentId, score, new TreeMap<>(), null, Map.of());
  }

  /** The parts that are played, by start. */
  public List<Span> played() {
    return kept.isEmpty() ? List.of(span) : kept;
  }

  /** The played length: the sum of the played parts. */
  public Duration length() {
    return played().stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** The same with another title. */
  public Cut titled(String other) {
    return new Cut(span, kept, other, topic, segment, segmentId, score, scoreParts, proof, extra);
  }

  /** The same with the stored name of the segment that it comes from. */
  public Cut inSegment(@Nullable String id) {
    return new Cut(span, kept, title, topic, segment, id, score, scoreParts, proof, extra);
  }

  /** The same with more facts. */
  public Cut with(Map<String, Object> facts) {
    Map<String, Object> all = new LinkedHashMap<>(extra);
    all.putAll(facts);
    return detailed(span, kept, scoreParts, proof, all);
  }

  /** The same with exactly these parts, by start. */
  public Cut playing(List<Span> parts) {
    return played().equals(parts) ? this : detailed(span, parts, scoreParts, proof, extra);
  }

  /** The same, cut anew by hand: its score remains that of its first cut. */
  public Cut recut(Span wanted, List<Span> parts, CutProof why) {
    return detailed(wanted, parts, scoreParts, why, extra).with(Map.of("edited", true));
  }

  Cut detailed(
      Span bounds,
      List<Span> parts,
      SortedMap<String, Double> scores,
      @Nullable CutProof why,
      Map<String, Object> facts) {
    return new Cut(bounds, parts, title, topic, segment, segmentId, score, scores, why, facts);
  }
}
