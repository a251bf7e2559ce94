package org.lecturehighlights.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.app.pipeline.LectureStage;
import org.lecturehighlights.platform.engine.Lane;
import org.lecturehighlights.platform.engine.state.LaneQueues;
import org.lecturehighlights.service.clip.ClipFiles;
import org.lecturehighlights.service.clip.PendingEdit;

/**
 * Names outlive the classes that make them: rows, objects and queued work of earlier versions carry
 * them, and so do other people's programs. Classes may be renamed; what the tests {@code
 * StoredNames…} expect may not.
 *
 * <p>Other tests hold the rest. Tables and columns: {@code EntitiesMatchSchemaTest} compares the
 * entities with the migrations, and {@code SchemaFilesTest} the migrations with the recorded {@code
 * db/schema}. Fields of log lines: {@code ObservedJobTest}. Files of unfinished uploads: {@code
 * PartialFilesTest} and {@code TusTest}. Types of what the predecessor's frontend reads: {@code
 * LegacyShapesTest}.
 */
class StoredNamesTest {

  @Test
  void each_lane_has_its_label_and_its_table() {
    assertThat(Stream.of(Lane.values()).map(lane -> lane.code() + " " + lane.tableName()))
        .containsExactly(
            "cpu lane_cpu", "transcribe lane_transcribe", "llm lane_llm", "render lane_render");
  }

  @Test
  void the_stages_have_their_codes_and_lanes_and_keep_their_order() {
    assertThat(Stream.of(LectureStage.values()).map(StoredNamesTest::line))
        .containsExactly(
            "initializing, cpu, needs nothing",
            "silence_detection, cpu, needs initializing",
            "transcription, transcribe, needs initializing",
            "layout_analysis, cpu, needs initializing",
            "content_analysis, llm, needs silence_detection transcription layout_analysis",
            "segmentation, cpu, needs content_analysis",
            "compilation, render, needs segmentation");
  }

  @Test
  void the_scheduler_knows_two_tasks_by_these_names() {
    assertThat(LaneQueues.STAGE).isEqualTo("stage");
    assertThat(LaneQueues.TASK).isEqualTo("errand");
  }

  @Test
  void an_instance_of_the_scheduler_tells_job_stage_and_opening() {
    assertThat(LaneQueues.subjectOf("job_0123456789ab/layout_analysis"))
        .isEqualTo("job_0123456789ab");
    assertThat(LaneQueues.stageOf("job_0123456789ab/layout_analysis")).isEqualTo("layout_analysis");
    assertThat(LaneQueues.generationOf("job_0123456789ab/layout_analysis")).isZero();
    assertThat(LaneQueues.subjectOf("job_0123456789ab/compilation#2"))
        .isEqualTo("job_0123456789ab");
    assertThat(LaneQueues.stageOf("job_0123456789ab/compilation#2")).isEqualTo("compilation");
    assertThat(LaneQueues.generationOf("job_0123456789ab/compilation#2")).isEqualTo(2);
  }

  @Test
  void a_clip_is_rendered_anew_by_an_errand_of_this_kind() {
    assertThat(PendingEdit.KIND).isEqualTo("render_clip");
  }

  @Test
  void the_files_of_a_clip_that_was_rendered_anew_lie_below_its_attempt() {
    assertThat(ClipFiles.prefix("job_1", "clip_2", 3)).isEqualTo("job_1/clips/clip_2/3/");
    assertThat(ClipFiles.isPlaceholder("job_1/clips/clip_2/0/clip_2.mp4", "job_1", "clip_2"))
        .isTrue();
    assertThat(ClipFiles.isPlaceholder("job_1/clips/clip_2/1/clip_2.mp4", "job_1", "clip_2"))
        .isFalse();
  }

  private static String line(LectureStage stage) {
    String needs =
        stage.needs().stream()
            .sorted(Comparator.naturalOrder())
            .map(LectureStage::code)
            .collect(joining(" "));
    return "%s, %s, needs %s"
        .formatted(stage.code(), stage.lane().code(), needs.isEmpty() ? "nothing" : needs);
  }
}
