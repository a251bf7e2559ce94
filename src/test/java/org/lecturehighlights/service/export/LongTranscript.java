package org.lecturehighlights.service.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lecturehighlights.lecture.timeline.Span;
import org.lecturehighlights.lecture.transcript.StoredSegment;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.Word;
import org.lecturehighlights.platform.storage.ObjectStorage;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobStatus;
import org.lecturehighlights.service.job.ProcessingConfig;
import org.lecturehighlights.service.result.TranscriptFiles;

/**
 * Writes a transcript of 150,000 segments in every format, in a process of its own whose memory is
 * limited; the segments are made when they are asked for, as the database gives them.
 */
final class LongTranscript {
  private static final int SIZE = 150_000;

  private LongTranscript() {}

  private static final class Segments extends AbstractList<StoredSegment> {
    @Override
    public StoredSegment get(int index) {
      double start = index * 0.25;
      List<Word> words =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  new Word(
                      Span.ofSeconds(start + i * 0.025, start + (i + 1) * 0.025), "word" + index))
              .toList();
      String text = String.join(" ", words.stream().map(Word::text).toList());
      return new StoredSegment(
          "seg_" + index,
          new TranscriptSegment(Span.ofSeconds(start, start + 0.2), text, 0.5, null, words),
          Instant.EPOCH);
    }

    @Override
    public int size() {
      return SIZE;
    }
  }

  /** Takes bytes and keeps none. */
  private static final class Counting extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }

  public static void main(String[] arguments) throws IOException {
    Job job = job();
    TranscriptFiles files = new TranscriptFiles(job, new Segments());
    ObjectMapper json =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    for (Map.Entry<String, TranscriptFiles.Text> text : files.texts().entrySet()) {
      Counting bytes = new Counting();
      try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
        text.getValue().write(out);
      }
      System.out.printf("%s: %d bytes%n", text.getKey(), bytes.count);
    }
    Counting bytes = new Counting();
    json.writeValue(bytes, files.json());
    System.out.printf("json: %d bytes%n", bytes.count);
    List<Archive.Part> parts = new ArrayList<>();
    files.texts().forEach((name, text) -> parts.add(new Archive.Streamed(name, text::write)));
    parts.add(new Archive.Streamed("json", to -> ExportService.write(json, files.json(), to)));
    Counting zip = new Counting();
    new Archive(job, parts).write(zip, nowhere());
    System.out.printf("zip: %d bytes%n", zip.count);
  }

  private static Job job() {
    return new Job(
        "job_1",
        JobStatus.COMPLETED,
        "lecture.mp4",
        1,
        "video/mp4",
        "job_1/upload/original.mp4",
        null,
        SIZE * 0.25,
        ProcessingConfig.DEFAULT,
        null,
        100,
        null,
        null,
        null,
        null,
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** No part of the archive is stored. */
  private static ObjectStorage nowhere() {
    return (ObjectStorage)
        Proxy.newProxyInstance(
            ObjectStorage.class.getClassLoader(),
            new Class<?>[] {ObjectStorage.class},
            (proxy, method, given) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
