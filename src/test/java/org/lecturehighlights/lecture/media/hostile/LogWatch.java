package org.lecturehighlights.lecture.media.hostile;

import java.io.Closeable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to the whole log for words that must not be in it. */
public final class LogWatch implements Closeable {
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");
  private final Handler handler;

  public LogWatch(String words) {
    handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            String thrown = record.getThrown() == null ? "" : record.getThrown().toString();
            if ((record.getMessage() + thrown).contains(words)) {
              heard.add(record.getMessage());
            }
          }

          @Override
          public void flush() {
            // Nothing is kept back.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    root.addHandler(handler);
  }

  public List<String> heard() {
    return heard;
  }

  @Override
  public void close() {
    root.removeHandler(handler);
  }
}
