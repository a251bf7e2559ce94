package org.lecturehighlights.platform.storage.boot;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.platform.storage.StorageConfig;
import org.lecturehighlights.platform.storage.folder.FolderStorage;
import org.lecturehighlights.platform.storage.s3.S3Storage;

/** Makes the storage that the configuration names. */
class ChosenStorage {

  @Produces
  @Singleton
  ObjectStorage storage(StorageConfig config) {
    return switch (config.kind()) {
      case FOLDER -> new FolderStorage(config.directory());
      case S3 -> new S3Storage(config.s3());
    };
  }

  void close(@Disposes ObjectStorage storage) throws IOException {
    if (storage instanceof Closeable connected) {
      connected.close();
    }
  }
}
