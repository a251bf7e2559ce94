package org.lecturehighlights.platform.engine;

import java.util.Locale;

/**
 * A kind of work with its own scheduler, thread count and table, so that one cannot starve another.
 */
public enum Lane {
  CPU,
  TRANSCRIBE,
  LLM,
  RENDER;

  public String tableName() {
    return "lane_" + code();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
