package org.lecturehighlights.lecture.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FfmpegInputLogTest {
  @Test
  void newer_versions_with_stream_ids_are_read() {
    FfmpegInputLog banner =
        read(
            """
            Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/lecture.mp4':
              Duration: 01:30:00.50, start: 0.000000, bitrate: 236 kb/s
              Stream #0:0[0x1](und): Video: hevc (Main) (hvc1 / 0x31637668), yuv420p(tv, bt709, \
            progressive), 1920x1080 [SAR 1:1 DAR 16:9], 131 kb/s, 29.97 fps, 30 tbr, 90k tbn (default)
              Stream #0:1[0x2](eng): Audio: aac (LC) (mp4a / 0x6134706D), 48000 Hz, 5.1(side), fltp, \
            99 kb/s (default)
              Stream #0:2[0x3](eng): Subtitle: mov_text (tx3g / 0x67337874), 0 kb/s (default)
            """);

    assertThat(banner.duration()).contains(Duration.ofMillis(5_400_500));
    MediaInfo info = banner.info(Duration.ofMillis(5_400_500));
    assertThat(info.video()).contains(new VideoStream(0, "hevc", 1920, 1080, 29.97, 0));
    assertThat(info.audio()).contains(new AudioStream(1, "aac", 6, 48_000));
    assertThat(info.textSubtitles()).hasValue(2);
  }

  @Test
  void metadata_cannot_pretend_to_be_a_stream() {
    FfmpegInputLog banner =
        read(
            """
            Input #0, matroska,webm, from 'file:/lecture.mkv':
              Metadata:
                title           : Introduction
                                :   Stream #0:7: Video: h264, yuv420p, 9000x9000, 25 fps
                Stream #0:8: Video: h264, yuv420p, 9000x9000, 25 fps : x
              Duration: 00:01:00.00, start: 0.000000, bitrate: 236 kb/s
              Stream #0:0: Audio: opus, 48000 Hz, stereo, fltp (default)
            """);

    assertThat(banner.info(Duration.ZERO).video()).isEmpty();
  }

  @Test
  void cover_art_is_no_picture_and_the_largest_picture_wins() {
    MediaInfo info =
        read("""
        Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/lecture.mp4':
          Duration: N/A, start: 0.000000, bitrate: N/A
          Stream #0:0: Video: h264 (High), yuv420p, 640x360, 25 fps, 25 tbr, 1k tbn (default)
          Stream #0:1: Video: h264 (High), yuv420p, 1280x720, 25 fps, 25 tbr, 1k tbn
          Stream #0:2: Video: mjpeg, yuvj420p(pc), 3000x3000, 90k tbr, 90k tbn (attached pic)
        """)
            .info(Duration.ZERO);

    assertThat(info.video().map(VideoStream::index)).contains(1);
  }

  @Test
  void a_rotated_picture_is_described_as_it_is_shown() {
    MediaInfo info =
        read("""
        Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:/phone.mov':
          Duration: 00:01:00.00, start: 0.000000, bitrate: 236 kb/s
          Stream #0:0(und): Video: h264 (High), yuv420p, 1920x1080, 30 fps, 30 tbr (default)
            Metadata:
              rotate          : 90
            Side data:
              displaymatrix: rotation of -90.00 degrees
        """)
            .info(Duration.ZERO);

    assertThat(info.video()).contains(new VideoStream(0, "h264", 1080, 1920, 30, 90));
  }

  private static FfmpegInputLog read(String log) {
    return FfmpegInputLog.read(List.of(log.split("\n", -1)));
  }
}
