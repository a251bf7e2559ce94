package org.lecturehighlights.service.upload.tus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.lecturehighlights.platform.problem.Problem;
import org.lecturehighlights.platform.problem.ProblemKind;
import org.lecturehighlights.service.upload.check.UploadConfig;

/**
 * The files of unfinished uploads, in one folder: of each the bytes so far ({@code .part}), what
 * the caller said of them ({@code .said}) and a lock ({@code .lock}). How far an upload is, is what
 * its file has: nothing else knows it, so that nothing can be wrong after a crash.
 */
@Singleton
class PartialFiles {
  private final Path directory;

  PartialFiles(UploadConfig config) {
    this.directory = config.directory();
  }

  /** Keeps what the caller said, to say it again. */
  void remember(String jobId, String said) throws IOException {
    Files.createDirectories(directory);
    Files.write(path(jobId, ".said"), said.getBytes(US_ASCII));
  }

  Optional<String> said(String jobId) throws IOException {
    try {
      return Optional.of(Files.readString(path(jobId, ".said"), US_ASCII));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** How many bytes are here; none for an upload that is not here at all. */
  long size(String jobId) throws IOException {
    return PartialFile.offset(path(jobId, ".part"), path(jobId, ".lock"));
  }

  /** Whether there is a file of the upload, be it empty. */
  boolean has(String jobId) {
    return Files.exists(path(jobId, ".part"));
  }

  /**
   * The file for one writer, of this process or of another one that shares the folder.
   *
   * @throws Problem {@code UPLOAD_IN_USE} while somebody else has it
   */
  PartialFile hold(String jobId) throws IOException {
    Files.createDirectories(directory);
    Path lock = path(jobId, ".lock");
    FileChannel channel =
        FileChannel.open(
            lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        // Nobody sweeps a lock that was taken lately.
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now()));
        return new PartialFile(path(jobId, ".part"), channel);
      }
    } catch (OverlappingFileLockException _) {
      // Another request of this process has it.
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw Problem.of(
        ProblemKind.UPLOAD_IN_USE, "Another request sends bytes of this upload; try again soon.");
  }

  /** Bytes that the folder's disk can still take. */
  long usableSpace() throws IOException {
    return Files.getFileStore(Files.createDirectories(directory)).getUsableSpace();
  }

  private Path path(String jobId, String suffix) {
    return directory.resolve(jobId + suffix);
  }
}
