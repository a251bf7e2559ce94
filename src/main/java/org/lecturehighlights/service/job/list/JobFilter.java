package org.lecturehighlights.service.job.list;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs to list.
 *
 * @param statuses by their names in the table; an empty set means all
 * @param text part of the file name, ignoring case
 * @param createdAfter exclusive, like the other end
 */
public record JobFilter(
    Set<String> statuses,
    Optional<String> text,
    Optional<Instant> createdAfter,
    Optional<Instant> createdBefore) {
  public static final JobFilter ALL =
      new JobFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public JobFilter {
    statuses = Set.copyOf(statuses);
  }

  /** The SQL conditions, each with its named parameters. */
  public Map<String, Map<String, Object>> conditions() {
    Map<String, Map<String, Object>> conditions = new LinkedHashMap<>();
    if (!statuses.isEmpty()) {
      conditions.put("status in (:statuses)", Map.of("statuses", statuses));
    }
    text.ifPresent(part ->
        conditions.put(
            "filename ilike :part escape '!'", Map.of("part", "%" + escaped(part) + "%")));
    createdAfter.ifPresent(
        time -> conditions.put("created_at > :created_after", Map.of("created_after", time)));
    createdBefore.ifPresent(
        time -> conditions.put("created_at < :created_before", Map.of("created_before", time)));
    return conditions;
  }

  private static String escaped(String part) {
    return part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
