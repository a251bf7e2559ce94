package org.lecturehighlights.service.result;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.lecturehighlights.lecture.transcript.StoredSegment;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.service.job.Job;

/**
 * A transcript in all formats in which it can be downloaded, in lecture time. Each is written
 * segment by segment.
 *
 * @param segments at least one, ordered by start; iterated again for each file
 */
public record TranscriptFiles(Job job, List<StoredSegment> segments) {
  /** Writes a text; as often as it is asked. */
  @FunctionalInterface
  public interface Text {
    void write(Appendable to) throws IOException;
  }

  /** The texts by file extension: captions in all formats, then the readable text. */
  public SequencedMap<String, Text> texts() {
    SequencedMap<String, Text> texts = new LinkedHashMap<>();
    for (CaptionFormat format : CaptionFormat.values()) {
      texts.put(format.extension(), captions(format));
    }
    texts.put("txt", readable()::write);
    return texts;
  }

  Text captions(CaptionFormat format) {
    return to -> format.write(segments.stream().map(StoredSegment::segment), to);
  }

  TranscriptText readable() {
    return new TranscriptText(job, new ViewedList<>(segments, StoredSegment::segment));
  }

  /** The transcript with word times. */
  public TranscriptResponse json() {
    return TranscriptResponse.of(job.jobId(), segments);
  }

  /**
   * @param extension of the file name
   */
  DownloadName name(String extension) {
    return DownloadName.of(DownloadName.of(job.filename()).stem() + " transcript." + extension);
  }
}
