package org.lecturehighlights.service.result;

import java.util.List;
import org.lecturehighlights.lecture.transcript.StoredSegment;
import org.lecturehighlights.lecture.transcript.TranscriptSegment;
import org.lecturehighlights.lecture.transcript.captions.SubRip;
import org.lecturehighlights.lecture.transcript.captions.WebVtt;
import org.lecturehighlights.platform.http.DownloadName;
import org.lecturehighlights.service.job.Job;

/**
 * A transcript in the formats in which it is handed out, in lecture time.
 *
 * @param segments at least one, by start
 */
public record TranscriptFiles(Job job, List<StoredSegment> segments) {

  public String webVtt() {
    return WebVtt.write(plain());
  }

  public String subRip() {
    return SubRip.write(plain());
  }

  /** To read on paper. */
  public String text() {
    return paper().text();
  }

  TranscriptText paper() {
    return new TranscriptText(job, plain());
  }

  /** With the times of the words. */
  public TranscriptResponse json() {
    return TranscriptResponse.of(job.jobId(), segments);
  }

  /**
   * @param format what the name ends with
   */
  DownloadName name(String format) {
    return DownloadName.of(DownloadName.of(job.filename()).stem() + " transcript." + format);
  }

  private List<TranscriptSegment> plain() {
    return segments.stream().map(StoredSegment::segment).toList();
  }
}
