package org.lecturehighlights.platform.storage;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The name of an object: parts of letters, digits, dot, underscore and hyphen, joined by slashes.
 * No part begins with a dot, so that no key leads out of the folder or to the files that the
 * storage keeps for itself.
 */
public record ObjectKey(String value) {
  /** The width of the key columns in the database. */
  private static final int LONGEST = 500;

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

  public ObjectKey {
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a storage key: " + value);
    }
  }

  /** A prefix may end with a slash; with or without one, it stands for whole parts of keys. */
  public static ObjectKey ofPrefix(String prefix) {
    return new ObjectKey(prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix);
  }

  public Path in(Path directory) {
    return directory.resolve(value);
  }
}
