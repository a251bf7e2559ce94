package org.lecturehighlights.service.upload.form;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file from a form, on disk until this is closed, unless somebody moves it away.
 *
 * @param name as the sender called it; empty where a browser sends a part for no file
 * @param contentType as the sender calls it
 * @param size bytes; one more than allowed where there were too many
 */
public record ReceivedFile(String name, @Nullable String contentType, Path path, long size)
    implements Closeable {
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
