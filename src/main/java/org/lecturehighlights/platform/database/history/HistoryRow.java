package org.lecturehighlights.platform.database.history;

import org.jspecify.annotations.Nullable;

/**
 * A row of Flyway's history.
 *
 * @param version null for rows that belong to no version
 * @param type {@code SQL} if a script ran, {@code DELETE} if it was undone
 * @param checksum of the script that ran
 */
public record HistoryRow(
    int rank,
    @Nullable String version,
    String description,
    String type,
    @Nullable Integer checksum,
    boolean success) {}
