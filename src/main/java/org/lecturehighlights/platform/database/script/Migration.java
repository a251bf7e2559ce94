package org.lecturehighlights.platform.database.script;

import java.util.Optional;

/**
 * One step of the schema.
 *
 * @param version as Flyway writes it, like {@code 2} or {@code 2.1}
 * @param description in words, as Flyway reads it from the file's name
 * @param alembicId the revision of the legacy service that it equals
 * @param upResource path of its script, like {@code db/migration/V2__widen_sizes.sql}
 * @param downResource path of the script that undoes it; empty if there is none with this
 *     description
 * @param irreversibleReason why it cannot be undone, from the header of either script
 */
public record Migration(
    String version,
    String description,
    Optional<String> alembicId,
    String upResource,
    Optional<String> downResource,
    Optional<String> irreversibleReason) {

  /** The name of its script in Flyway's history. */
  public String upName() {
    return upResource.substring(upResource.lastIndexOf('/') + 1);
  }

  /** The name that the undo script has or should have. */
  public String downName() {
    return "U" + upName().substring(1);
  }
}
