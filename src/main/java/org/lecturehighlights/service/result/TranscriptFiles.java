package org.lecturehighlights.service.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.lecturehighlights.lecture.transcript.StoredSegment;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.captions.CaptionFormat;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.service.job.Job;

/**
 * A transcript in all formats in which it can be downloaded, in lecture time.
 *
 * @param segments at least one, ordered by start
 */
public record TranscriptFiles(Job job, List<StoredSegment> segments) {

  /** The texts by file extension: captions in all formats, then the readable text. */
  public SequencedMap<String, String> texts() {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    for (CaptionFormat format : CaptionFormat.values()) {
      texts.put(format.extension(), captions(format));
    }
    texts.put("txt", readable().text());
    return texts;
  }

  String captions(CaptionFormat format) {
    return format.write(plain());
  }

  TranscriptText readable() {
    return new TranscriptText(job, plain());
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

  private List<TranscriptSegment> plain() {
    return segments.stream().map(StoredSegment::segment).toList();
  }
}
