package org.lecturehighlights.service.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.Job;

/** A ZIP file of a job, streamed part by part, so that it is never held in memory. */
record Archive(Job job, List<Part> parts) {

  /** A file in the archive. */
  sealed interface Part {
    String name();
  }

  record Text(String name, String text) implements Part {}

  /** Written when its turn comes; never in memory as a whole. */
  record Streamed(String name, Content content) implements Part {}

  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    void write(Writer to) throws IOException;
  }

  /** A stored object; left out of the archive if it no longer exists. */
  record Stored(String name, String key) implements Part {}

  DownloadName fileName() {
    return DownloadName.of(DownloadName.of(job.filename()).stem() + " highlights.zip");
  }

  void write(OutputStream to, ObjectStorage storage) throws IOException {
    // This charset also sets the flag that declares names as UTF-8.
    ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    for (Part part : parts) {
      switch (part) {
        case Text text -> {
          begin(zip, part, Deflater.DEFAULT_COMPRESSION);
          zip.write(text.text().getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
        case Streamed streamed -> {
          begin(zip, part, Deflater.DEFAULT_COMPRESSION);
          Writer text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
          streamed.content().write(text);
          text.flush();
          zip.closeEntry();
        }
        case Stored stored -> {
          if (storage.size(stored.key()).isPresent()) {
            begin(zip, part, level(part.name()));
            try (InputStream bytes = storage.open(stored.key())) {
              bytes.transferTo(zip);
            }
            zip.closeEntry();
          }
        }
      }
    }
    zip.finish();
    to.flush();
  }

  /** Videos and pictures are already compressed. */
  private static int level(String name) {
    return Arrays.stream(CaptionFormat.values()).anyMatch(format -> format.isNameOf(name))
        ? Deflater.DEFAULT_COMPRESSION
        : Deflater.NO_COMPRESSION;
  }

  private void begin(ZipOutputStream zip, Part part, int level) throws IOException {
    zip.setLevel(level);
    ZipEntry entry = new ZipEntry(part.name());
    Instant made = job.completedAt() == null ? job.updatedAt() : job.completedAt();
    entry.setLastModifiedTime(FileTime.from(made));
    zip.putNextEntry(entry);
  }
}
