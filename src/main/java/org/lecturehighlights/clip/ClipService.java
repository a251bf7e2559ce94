package org.lecturehighlights.clip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lecturehighlights.content.ContentService;

/** Keeps and finds the clips of jobs. */
@ApplicationScoped
public class ClipService {
  private final ContentService content;

  ClipService(ContentService content) {
    this.content = content;
  }

  /** Puts the clips in the place of those that are kept for the job. */
  @Transactional
  public void replace(String jobId, List<NewClip> clips) {
    Map<Integer, String> segments =
        content.find(jobId).stream()
            .collect(Collectors.toMap(stored -> stored.segment().order(), s -> s.segmentId()));
    Clip.delete("jobId", jobId);
    Clip.persist(clips.stream().map(clip -> Clip.of(jobId, clip, segments.get(clip.segment()))));
  }

  /** The clips of a job in their order. */
  @Transactional
  public List<StoredClip> find(String jobId) {
    return Clip.<Clip>list("jobId = ?1 order by clipOrder nulls last, startTime, id", jobId)
        .stream()
        .map(StoredClip::of)
        .toList();
  }

  /** For each of the jobs that has a clip with a picture the first such clip. */
  @Transactional
  Map<String, StoredClip> firstPictured(Collection<String> jobIds) {
    Map<String, StoredClip> first = new LinkedHashMap<>();
    Clip.<Clip>stream(
            "jobId in ?1 and thumbnailKey is not null order by clipOrder nulls last, startTime, id",
            jobIds)
        .forEach(clip -> first.putIfAbsent(clip.jobId, StoredClip.of(clip)));
    return first;
  }

  /** A clip by its name, whoever it belongs to. */
  @Transactional
  public Optional<StoredClip> findOne(String clipId) {
    return Clip.<Clip>find("clipId", clipId).firstResultOptional().map(StoredClip::of);
  }
}
