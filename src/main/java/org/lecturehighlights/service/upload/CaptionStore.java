package org.lecturehighlights.service.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lecturehighlights.lecture.media.CaptionConverter;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.platform.storage.WorkDirectory;

/** Takes captions of any kind and keeps them as WebVTT. */
@Singleton
class CaptionStore {
  /** One byte more than the converter takes, so that it is the one to say so. */
  private static final int MOST_BYTES_READ = (10 << 20) + 1;

  private final CaptionConverter converter;
  private final ObjectStorage storage;
  private final StorageConfig config;

  CaptionStore(CaptionConverter converter, ObjectStorage storage, StorageConfig config) {
    this.converter = converter;
    this.storage = storage;
    this.config = config;
  }

  /** The captions as WebVTT; {@code CAPTIONS_UNREADABLE} for anything without a caption. */
  String convert(InputStream bytes) throws IOException, InterruptedException {
    try (WorkDirectory work = WorkDirectory.under(config.workDirectory())) {
      Path file = work.path().resolve("captions");
      Files.write(file, bytes.readNBytes(MOST_BYTES_READ));
      return converter.toWebVtt(file);
    }
  }

  /** Returns the key. */
  String store(String jobId, String webVtt) {
    String key = UploadKeys.captions(jobId);
    byte[] bytes = webVtt.getBytes(UTF_8);
    storage.put(key, new ByteArrayInputStream(bytes), bytes.length);
    return key;
  }
}
