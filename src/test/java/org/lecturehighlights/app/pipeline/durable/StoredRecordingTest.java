package org.lecturehighlights.app.pipeline.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.app.pipeline.Recording;
import org.lecturehighlights.app.pipeline.Recording.Part;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.MediaProbe;
import org.lecturehighlights.lecture.media.process.Ffmpeg;
import org.lecturehighlights.lecture.media.process.FfmpegPurpose;
import org.lecturehighlights.lecture.media.process.MediaLimits;
import org.lecturehighlights.platform.storage.folder.FolderStorage;
import org.lecturehighlights.service.job.Job;
import org.lecturehighlights.service.job.JobStatus;
import org.lecturehighlights.service.job.ProcessingConfig;

/** A lecture is probed again only if nobody kept what an earlier probe found. */
class StoredRecordingTest {
  @TempDir static Path directory;

  private final List<FfmpegPurpose> runs = new ArrayList<>();
  private final MediaProbe probe =
      new MediaProbe(
          new Ffmpeg(
              Optional.empty(),
              MediaLimits.DEFAULT,
              purpose -> {
                runs.add(purpose);
                return (_, _) -> {};
              }));

  @Test
  void a_lecture_whose_probe_was_kept_is_not_probed_again() throws Exception {
    MediaInfo info = recording(null).info();
    runs.clear();
    Recording recording = recording(manifest(info));
    assertThat(recording.hasInfo()).isTrue();
    assertThat(recording.info()).isEqualTo(info);
    assertThat(runs).isEmpty();
  }

  @Test
  void a_lecture_that_an_older_version_initialized_is_probed_once() throws Exception {
    Recording recording = recording(manifest(null));
    assertThat(recording.hasInfo()).isFalse();
    assertThat(recording.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(recording.has(Part.AUDIO)).isTrue();
    assertThat(recording.has(Part.FRAMES)).isFalse();
    assertThat(runs).isEmpty();
    assertThat(recording.info().video()).isPresent();
    assertThat(recording.info().audio()).isPresent();
    assertThat(runs).containsExactly(FfmpegPurpose.PROBE);
  }

  @Test
  void a_legacy_job_without_a_manifest_has_its_original_and_no_loudness() throws Exception {
    Recording recording = recording(null);
    assertThat(recording.loudness()).isEmpty();
    assertThat(recording.info().duration()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    assertThat(runs).containsExactly(FfmpegPurpose.PROBE);
  }

  private static Manifests.Initialized manifest(@Nullable MediaInfo info) {
    return Manifests.Initialized.of(
        new Recording.Facts(
            Optional.ofNullable(info),
            Duration.ofSeconds(2),
            false,
            Optional.empty(),
            List.of(),
            640,
            360),
        Map.of(Part.AUDIO, "job_1/initializing/1/audio.flac"));
  }

  private Recording recording(Manifests.@Nullable Initialized manifest) throws Exception {
    FolderStorage storage = new FolderStorage(directory.resolve("storage"));
    if (storage.size("job_1/upload/original.mp4").isEmpty()) {
      storage.put(
          "job_1/upload/original.mp4",
          LectureFixture.ofSeconds(2).write(LectureFixture.ffmpeg(), directory.resolve("l.mp4")));
    }
    Job job =
        new Job(
            "job_1",
            JobStatus.RUNNING,
            "l.mp4",
            1,
            "video/mp4",
            "job_1/upload/original.mp4",
            null,
            null,
            ProcessingConfig.DEFAULT,
            null,
            0,
            null,
            null,
            null,
            null,
            List.of(),
            Instant.EPOCH,
            Instant.EPOCH,
            null);
    return Manifests.recording(job, Optional.ofNullable(manifest), storage, directory, probe);
  }
}
