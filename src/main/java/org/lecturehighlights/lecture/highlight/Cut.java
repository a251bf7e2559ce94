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
 * A part of the lecture worth watching, with the reasons for it. A cut is passed unchanged from the
 * selection to the API; code that needs to add something wraps it. Its members are those of the
 * manifest that segmentation stores. Members that are new in the manifest are left out when empty,
 * because the previous version rejects unknown members; this version ignores them.
 *
 * @param span lecture time from the start of the first to the end of the last kept part
 * @param kept the parts that are played, ordered by start; empty for a legacy clip, which plays its
 *     whole span, see {@link #played()}
 * @param segment {@code order} of the content segment it comes from, or null
 * @param segmentId the stored id of the same segment, or null
 * @param score 0 to 1, or null for a legacy clip that was never scored
 * @param scoreParts the parts of the score, by name
 * @param proof why it starts and ends where it does, or null for a legacy clip
 * @param extra additional facts, as JSON values
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
    // JSON leaves it out when it is empty, and its values may be null.
    extra =
        Collections.unmodifiableMap(
            new LinkedHashMap<>(Objects.requireNonNullElse(extra, Map.of())));
  }

  /** A cut from the columns of its row, before the metadata is read. */
  public static Cut of(
      Span span,
      String title,
      @Nullable String topic,
      @Nullable String segmentId,
      @Nullable Double score) {
    return new Cut(
        span, List.of(), title, topic, null, segmentId, score, new TreeMap<>(), null, Map.of());
  }

  /** The parts that are played, ordered by start. */
  public List<Span> played() {
    return kept.isEmpty() ? List.of(span) : kept;
  }

  /** The playing time: the total length of the played parts. */
  public Duration length() {
    return played().stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** A copy with another title. */
  public Cut titled(String other) {
    return new Cut(span, kept, other, topic, segment, segmentId, score, scoreParts, proof, extra);
  }

  /** A copy with the stored id of the segment that it comes from. */
  public Cut inSegment(@Nullable String id) {
    return new Cut(span, kept, title, topic, segment, id, score, scoreParts, proof, extra);
  }

  /** A copy with additional facts. */
  public Cut with(Map<String, Object> facts) {
    Map<String, Object> all = new LinkedHashMap<>(extra);
    all.putAll(facts);
    return detailed(span, kept, scoreParts, proof, all);
  }

  /** A copy with exactly these parts, ordered by start. */
  public Cut playing(List<Span> parts) {
    return played().equals(parts) ? this : detailed(span, parts, scoreParts, proof, extra);
  }

  /** A copy with bounds chosen by hand; the score of the original cut is kept. */
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
