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
 * A transcript in the formats in which it is handed out, in lecture time.
 *
 * @param segments at least one, by start
 */
public record TranscriptFiles(Job job, List<StoredSegment> segments) {

  /** The texts by what their names end with: captions in all formats, then one to read on paper. */
  public SequencedMap<String, String> texts() {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    for (CaptionFormat format : CaptionFormat.values()) {
      texts.put(format.extension(), captions(format));
    }
    texts.put("txt", paper().text());
    return texts;
  }

  String captions(CaptionFormat format) {
    return format.write(plain());
  }

  TranscriptText paper() {
    return new TranscriptText(job, plain());
  }

  /** With the times of the words. */
  public TranscriptResponse json() {
    return TranscriptResponse.of(job.jobId(), segments);
  }

  /**
   * @param extension what the name ends with
   */
  DownloadName name(String extension) {
    return DownloadName.of(DownloadName.of(job.filename()).stem() + " transcript." + extension);
  }

  private List<TranscriptSegment> plain() {
    return segments.stream().map(StoredSegment::segment).toList();
  }
}
