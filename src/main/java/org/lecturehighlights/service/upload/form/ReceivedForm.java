package org.lecturehighlights.service.upload.form;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was wanted of a form; of parts with the same name the first. Its files go when it closes.
 */
public final class ReceivedForm implements Closeable {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, ReceivedFile> files = new HashMap<>();

  void add(String name, String text) {
    texts.putIfAbsent(name, text);
  }

  void add(String name, ReceivedFile file) {
    files.put(name, file);
  }

  boolean hasFile(String name) {
    return files.containsKey(name);
  }

  public @Nullable String text(String name) {
    return texts.get(name);
  }

  public @Nullable ReceivedFile file(String name) {
    return files.get(name);
  }

  @Override
  public void close() throws IOException {
    for (ReceivedFile file : files.values()) {
      file.close();
    }
  }
}
