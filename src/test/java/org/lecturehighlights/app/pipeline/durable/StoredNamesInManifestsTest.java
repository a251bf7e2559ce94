package org.lecturehighlights.app.pipeline.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.architecture.StoredJson.comparable;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.app.pipeline.Recording;
import org.lecturehighlights.app.pipeline.Recording.Part;
import org.lecturehighlights.architecture.StoredJson;
import org.lecturehighlights.lecture.media.AudioStream;
import org.lecturehighlights.lecture.media.MediaInfo;
import org.lecturehighlights.lecture.media.VideoStream;
import org.lecturehighlights.lecture.media.decode.Loudness;
import org.lecturehighlights.platform.runtime.PlainJson;

/**
 * What the column {@code stage_run.manifest} holds of initializing. A stage reads what another
 * version may have written, before an update or an earlier attempt at the job; times are in
 * seconds.
 */
class StoredNamesInManifestsTest {
  private static final String INITIALIZED =
      """
      {
        "audioKey": "job_1/initializing/1/audio.flac",
        "framesKey": "job_1/initializing/1/frames.mkv",
        "duration": 5400.250000000,
        "truncated": true,
        "loudness": {"integrated": -23.5, "peak": -1.25},
        "channelLevels": [-20.5, -200.0],
        "width": 1920,
        "height": 1080,
        "info": {
          "containers": "mov,mp4",
          "duration": 5400.300000000,
          "video": {
            "index": 0,
            "codec": "h264",
            "width": 1920,
            "height": 1080,
            "framesPerSecond": 29.97,
            "rotation": 0
          },
          "audio": {"index": 1, "codec": "aac", "channels": 2, "sampleRate": 48000},
          "textSubtitles": 2
        },
        "captionsKey": "job_1/initializing/1/captions.vtt"
      }
      """;

  /** The manifest of a lecture without sound and captions. */
  private static final String INITIALIZED_MUTE =
      """
      {
        "audioKey": null,
        "framesKey": "job_1/initializing/1/frames.mkv",
        "duration": 60.000000000,
        "truncated": false,
        "loudness": null,
        "channelLevels": [],
        "width": 640,
        "height": 360,
        "info": {
          "containers": "matroska,webm",
          "duration": 60.000000000,
          "video": {
            "index": 0,
            "codec": "vp9",
            "width": 640,
            "height": 360,
            "framesPerSecond": 25.0,
            "rotation": 0
          },
          "audio": null,
          "textSubtitles": null
        },
        "captionsKey": null
      }
      """;

  /** The manifest as written by versions that did not keep what probing found. */
  private static final String OLDER =
      """
      {
        "audioKey": "job_1/initializing/1/audio.flac",
        "framesKey": "job_1/initializing/1/frames.mkv",
        "duration": 5400.250000000,
        "truncated": true,
        "loudness": {"integrated": -23.5, "peak": -1.25},
        "channelLevels": [-20.5, -200.0],
        "width": 1920,
        "height": 1080
      }
      """;

  /** An older manifest, of a lecture without a picture whose sound is digital silence. */
  private static final String OLDER_SILENT =
      """
      {
        "audioKey": "job_1/initializing/1/audio.flac",
        "framesKey": null,
        "duration": 60.000000000,
        "truncated": false,
        "loudness": {"integrated": -70.0, "peak": "-Infinity"},
        "channelLevels": [],
        "width": 0,
        "height": 0
      }
      """;

  /** An older manifest, of a lecture without sound. */
  private static final String OLDER_MUTE =
      """
      {
        "audioKey": null,
        "framesKey": "job_1/initializing/1/frames.mkv",
        "duration": 60.000000000,
        "truncated": false,
        "loudness": null,
        "channelLevels": [],
        "width": 640,
        "height": 360
      }
      """;

  @Test
  void initializing_writes_the_keys_of_its_files_and_its_facts() {
    assertThat(written(initialized())).isEqualTo(comparable(INITIALIZED));
    assertThat(written(mute())).isEqualTo(comparable(INITIALIZED_MUTE));
  }

  @Test
  void every_member_that_initializing_wrote_is_read() {
    assertThat(read(INITIALIZED)).isEqualTo(initialized());
    assertThat(read(INITIALIZED_MUTE)).isEqualTo(mute());
  }

  @Test
  void every_member_that_an_older_version_wrote_is_read() {
    Manifests.Initialized read = read(OLDER);
    assertThat(read.audioKey()).isEqualTo("job_1/initializing/1/audio.flac");
    assertThat(read.framesKey()).isEqualTo("job_1/initializing/1/frames.mkv");
    assertThat(read.duration()).isEqualTo(Duration.ofMillis(5_400_250));
    assertThat(read.truncated()).isTrue();
    assertThat(read.loudness()).isEqualTo(new Loudness(-23.5, -1.25));
    assertThat(read.channelLevels()).containsExactly(-20.5, -200.0);
    assertThat(read.width()).isEqualTo(1920);
    assertThat(read.height()).isEqualTo(1080);
    assertThat(read.info()).isNull();
    assertThat(read.captionsKey()).isNull();
    assertThat(read(OLDER_SILENT))
        .isEqualTo(
            new Manifests.Initialized(
                "job_1/initializing/1/audio.flac",
                null,
                Duration.ofMinutes(1),
                false,
                new Loudness(-70, Double.NEGATIVE_INFINITY),
                List.of(),
                0,
                0,
                null,
                null));
    assertThat(read(OLDER_MUTE))
        .isEqualTo(
            new Manifests.Initialized(
                null,
                "job_1/initializing/1/frames.mkv",
                Duration.ofMinutes(1),
                false,
                null,
                List.of(),
                640,
                360,
                null,
                null));
  }

  @Test
  void members_that_a_later_version_adds_are_ignored() {
    assertThat(read(INITIALIZED.replaceFirst("\\{", "{\"chaptersKey\": \"job_1/a\", ")))
        .isEqualTo(initialized());
  }

  @Test
  void the_other_stages_write_an_empty_object() {
    assertThat(Manifests.empty()).isEqualTo(comparable("{}"));
  }

  private static Manifests.Initialized read(String manifest) {
    return Manifests.Initialized.of(StoredJson.read(manifest));
  }

  private static Manifests.Initialized initialized() {
    MediaInfo info =
        new MediaInfo(
            "mov,mp4",
            Duration.ofMillis(5_400_300),
            Optional.of(new VideoStream(0, "h264", 1920, 1080, 29.97, 0)),
            Optional.of(new AudioStream(1, "aac", 2, 48_000)),
            OptionalInt.of(2));
    return Manifests.Initialized.of(
        new Recording.Facts(
            Optional.of(info),
            Duration.ofMillis(5_400_250),
            true,
            Optional.of(new Loudness(-23.5, -1.25)),
            List.of(-20.5, -200.0),
            1920,
            1080),
        Map.of(
            Part.AUDIO, "job_1/initializing/1/audio.flac",
            Part.FRAMES, "job_1/initializing/1/frames.mkv",
            Part.EMBEDDED_CAPTIONS, "job_1/initializing/1/captions.vtt"));
  }

  private static Manifests.Initialized mute() {
    MediaInfo info =
        new MediaInfo(
            "matroska,webm",
            Duration.ofMinutes(1),
            Optional.of(new VideoStream(0, "vp9", 640, 360, 25, 0)),
            Optional.empty(),
            OptionalInt.empty());
    return Manifests.Initialized.of(
        new Recording.Facts(
            Optional.of(info), Duration.ofMinutes(1), false, Optional.empty(), List.of(), 640, 360),
        Map.of(Part.FRAMES, "job_1/initializing/1/frames.mkv"));
  }

  private static JsonNode written(Object manifest) {
    return comparable(PlainJson.write(manifest).toString());
  }
}
