package org.lecturehighlights.clip.result;

import java.util.List;
import org.lecturehighlights.clip.DownloadName;
import org.lecturehighlights.job.JobDetails;
import org.lecturehighlights.transcript.StoredSegment;
import org.lecturehighlights.transcript.TranscriptSegment;
import org.lecturehighlights.transcript.captions.SubRip;
import org.lecturehighlights.transcript.captions.WebVtt;

/**
 * A transcript in the formats in which it is handed out, in lecture time.
 *
 * @param segments at least one, by start
 */
public record TranscriptFiles(JobDetails job, List<StoredSegment> segments) {

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
