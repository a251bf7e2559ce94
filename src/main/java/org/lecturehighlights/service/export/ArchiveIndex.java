package org.lecturehighlights.service.export;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehighlights.service.clip.Clip;
import org.lecturehighlights.service.job.Job;

/** What {@code highlights.json} in the archive tells; times are seconds of the lecture. */
@RegisterForReflection(targets = {ArchiveIndex.class, ArchiveIndex.Entry.class})
record ArchiveIndex(String jobId, String filename, @Nullable Double duration, List<Entry> clips) {

  /**
   * A clip.
   *
   * @param files the names of its files, but for their ends
   * @param duration the played length
   */
  record Entry(
      String files,
      String clipId,
      String title,
      @Nullable String topic,
      @Nullable Double importanceScore,
      double startTime,
      double endTime,
      double duration,
      Map<String, Object> extraMetadata) {

    static Entry of(Clip clip, String files) {
      return new Entry(
          files,
          clip.clipId(),
          clip.title(),
          clip.topic(),
          clip.importance(),
          clip.span().startSeconds(),
          clip.span().endSeconds(),
          clip.duration(),
          clip.metadata());
    }
  }

  static ArchiveIndex of(Job job, List<Entry> clips) {
    return new ArchiveIndex(job.jobId(), job.filename(), job.videoDuration(), clips);
  }
}
