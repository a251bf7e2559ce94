package org.lecturehighlights.service.export;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.lecture.highlight.CutView;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.job.Job;

/** The content of {@code highlights.json} in the archive; times are in seconds of lecture time. */
@RegisterForReflection(targets = {ArchiveIndex.class, ArchiveIndex.Entry.class})
record ArchiveIndex(String jobId, String filename, @Nullable Double duration, List<Entry> clips) {

  /**
   * A clip.
   *
   * @param files the common name of the clip's files, without extension
   */
  record Entry(String files, String clipId, @JsonUnwrapped CutView cut) {
    static Entry of(Clip clip, String files) {
      return new Entry(files, clip.clipId(), CutView.of(clip.cut()));
    }
  }

  static ArchiveIndex of(Job job, List<Entry> clips) {
    return new ArchiveIndex(job.jobId(), job.filename(), job.videoDuration(), clips);
  }
}
