package org.lecturehighlights.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehighlights.app.pipeline.ExtractHighlights;
import org.lecturehighlights.app.pipeline.LectureResult;
import org.lecturehighlights.app.pipeline.LectureTools;
import org.lecturehighlights.lecture.highlight.ClipRules;
import org.lecturehighlights.lecture.highlight.Cut;
import org.lecturehighlights.lecture.layout.LayoutType;
import org.lecturehighlights.lecture.media.LectureFixture;
import org.lecturehighlights.lecture.transcript.captions.Captions;

class MakeSampleLectureTest {
  private final LectureTools tools =
      LectureTools.of(LectureFixture.ffmpeg(), Optional.empty(), Clock.systemUTC());

  @TempDir Path directory;

  @Test
  void the_sample_lecture_becomes_several_clips_with_titles_and_without_warnings()
      throws Exception {
    Path video = new MakeSampleLecture(SampleScript.written()).in(directory);
    Path captions = directory.resolve("lecture.vtt");
    assertThat(Files.size(video)).isLessThan(10_000_000);
    LectureResult result =
        new ExtractHighlights(tools, Clock.systemUTC())
            .run(
                video,
                Optional.of(Captions.read(captions).toWebVtt()),
                ClipRules.DEFAULT,
                Files.createDirectories(directory.resolve("out")),
                (_, _) -> {});
    assertThat(result.warnings()).isEmpty();
    assertThat(result.layout().type()).isEqualTo(LayoutType.PICTURE_IN_PICTURE);
    assertThat(result.topics()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(result.highlights().clips())
        .hasSizeGreaterThanOrEqualTo(3)
        .extracting(Cut::title)
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
    assertThat(result.rendered()).allSatisfy(clip -> assertThat(clip.video()).isNotEmptyFile());
  }
}
