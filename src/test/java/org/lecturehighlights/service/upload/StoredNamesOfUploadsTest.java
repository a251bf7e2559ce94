package org.lecturehighlights.service.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.service.upload.check.VideoFormat;

/** Where the bytes of an upload are, in the storage and in the column {@code original_s3_key}. */
class StoredNamesOfUploadsTest {

  @Test
  void a_lecture_keeps_its_extension() {
    assertThat(Stream.of(VideoFormat.values()).map(format -> UploadKeys.lecture("job_1", format)))
        .containsExactly(
            "job_1/upload/original.mp4",
            "job_1/upload/original.m4v",
            "job_1/upload/original.mov",
            "job_1/upload/original.avi",
            "job_1/upload/original.mkv",
            "job_1/upload/original.webm");
  }

  @Test
  void captions_and_bytes_on_their_way_lie_beside_it() {
    assertThat(UploadKeys.captions("job_1")).isEqualTo("job_1/upload/captions.vtt");
    assertThat(UploadKeys.unconfirmed("job_1", "a")).isEqualTo("job_1/upload/unconfirmed/a");
  }
}
