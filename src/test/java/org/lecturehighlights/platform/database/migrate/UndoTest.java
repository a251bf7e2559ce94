package org.lecturehighlights.platform.database.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehighlights.platform.database.SchemaDatabase.SCRIPTS;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lecturehighlights.platform.database.SchemaDatabase;
import org.lecturehighlights.platform.database.script.Migration;

/** Each migration works upwards, downwards and upwards again, and loses no data. */
class UndoTest {
  /** Rows that every version can store. */
  private static final String SAMPLE =
      """
      insert into jobs (job_id, filename, file_size, content_type, original_s3_key, video_duration,
          video_metadata, status, current_stage, progress_percent, extra_metadata, created_at, updated_at)
        values ('job_1', 'Ä ''quoted''.mp4', 2147483647, 'video/mp4', 'uploads/job_1/20240301_100000_original.mp4',
          61.25, '{"width": 1280}', 'completed', 'complete', 100, '{"processing_config": {"mode": "audio"}}',
          '2024-03-01 10:00:00.123456', '2024-03-01 10:05:00'),
          ('job_2', 'b.mp4', 1, 'video/mp4', 'uploads/job_2/x.mp4', null, null, 'failed', null, null, null,
          '2024-03-02 10:00:00', '2024-03-02 10:05:00');
      insert into content_segments (segment_id, job_id, start_time, end_time, duration, topic, importance_score,
          keywords, segment_order, created_at)
        values ('seg_1', 'job_1', 0, 30.5, 30.5, 'Joins', 0.9, '["join", "key"]', 0, '2024-03-01 10:01:00');
      insert into layout_analysis (layout_id, job_id, screen_region, camera_region, split_ratio, layout_type, created_at)
        values ('lay_1', 'job_1', '{"x": 0, "y": 0, "width": 640, "height": 720}',
          '{"x": 640, "y": 0, "width": 640, "height": 720}', 0.5, 'side_by_side', '2024-03-01 10:01:00');
      insert into processing_logs (log_id, job_id, stage, status, extra_metadata, created_at)
        values ('log_1', 'job_1', 'initializing', 'completed', '{"a": 1}', '2024-03-01 10:01:00');
      insert into silence_regions (region_id, job_id, start_time, end_time, duration, silence_type, created_at)
        values ('sil_1', 'job_1', 1, 2, 1, 'audio_silence', '2024-03-01 10:01:00');
      insert into transcripts (segment_id, job_id, start_time, end_time, text, created_at)
        values ('tra_1', 'job_1', 0, 4.5, 'A join.', '2024-03-01 10:01:00');
      insert into clips (clip_id, job_id, content_segment_id, title, start_time, end_time, duration, s3_key,
          clip_order, extra_metadata, created_at)
        values ('clip_1', 'job_1', 'seg_1', 'Joins', 0, 30.5, 30.5, 'clips/job_1/clip_1.mp4', 1,
          '{"selection_reason": "score"}', '2024-03-01 10:02:00')
      """;

  private static final String JOB =
      """
      insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status, created_at, updated_at)
      values ('%s', 'a.mp4', 1, 'video/mp4', 'k', '%s', now(), now());
      """;

  static Stream<String> versions() {
    return SCRIPTS.all().stream().map(Migration::version);
  }

  static Stream<String> versionsWithRowsBelow() {
    return versions().skip(1);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_migration_that_is_undone_and_applied_again_makes_the_same_schema(String version) {
    var database = new SchemaDatabase().upgrade(version);
    String made = database.fingerprint();
    database.downgrade("-1");
    assertThat(database.fingerprint()).isEqualTo(schemaBelow(version));
    assertThat(database.upgrade(version).fingerprint()).isEqualTo(made);
  }

  @ParameterizedTest
  @MethodSource("versionsWithRowsBelow")
  void rows_written_before_a_migration_survive_it_and_its_undo(String version) {
    var database = new SchemaDatabase().upgrade("1");
    database.execute(SAMPLE);
    List<String> below = database.upgrade(below(version)).rows();
    List<String> above = database.upgrade(version).rows();
    assertThat(database.downgrade("-1").rows()).isEqualTo(below).hasSize(8);
    assertThat(database.upgrade(version).rows()).isEqualTo(above);
  }

  @Test
  void from_head_to_base_nothing_is_left_behind() {
    assertThat(new SchemaDatabase().upgrade("head").downgrade("base").fingerprint()).isEmpty();
  }

  @Test
  void a_size_above_2_gib_is_capped_below_version_2_and_comes_back() {
    var database = new SchemaDatabase().upgrade("2");
    database.execute(JOB.formatted("j", "completed") + "update jobs set file_size = 5000000000");
    database.downgrade("1");
    assertThat(database.ask("select file_size from jobs")).isEqualTo("2147483647");
    assertThat(database.ask("select extra_metadata from jobs")).contains("5000000000");
    database.upgrade("2");
    assertThat(database.ask("select file_size || ' ' || (extra_metadata is null) from jobs"))
        .isEqualTo("5000000000 true");
  }

  @Test
  void times_keep_their_instant_whatever_the_time_zone_of_the_session() {
    var database = new SchemaDatabase().upgrade("3");
    database.execute(
        JOB.formatted("j", "completed") + "update jobs set created_at = '2024-07-01 12:00+05:30'");
    database.execute("alter role postgres set timezone = 'America/New_York'");
    try {
      database.downgrade("2");
      assertThat(database.ask("select created_at from jobs")).isEqualTo("2024-07-01 06:30:00");
      database.upgrade("3");
    } finally {
      database.execute("alter role postgres reset timezone");
    }
    assertThat(database.ask("select created_at at time zone 'UTC' from jobs"))
        .isEqualTo("2024-07-01 06:30:00");
  }

  @Test
  void a_cancelled_job_has_failed_below_version_6_and_is_cancelled_again_above() {
    var database = new SchemaDatabase().upgrade("head");
    database.execute(JOB.formatted("j", "cancelled"));
    database.downgrade("1");
    assertThat(database.ask("select status || ': ' || error_message from jobs"))
        .isEqualTo("failed: The job was cancelled.");
    database.upgrade("head");
    assertThat(
            database.query(
                "select concat_ws(' ', status, error_message, extra_metadata) from jobs"))
        .containsExactly("cancelled");
  }

  @Test
  void owner_warnings_words_and_layouts_come_back_after_undoing_version_9() {
    var database = new SchemaDatabase().upgrade("1");
    database.execute(SAMPLE);
    database.upgrade("head");
    database.execute(
        """
        update jobs set owner = 'ann', captions_key = 'uploads/job_1/c.vtt', warnings = '[{"code": "X"}]'
         where job_id = 'job_1';
        update jobs set error_code = 'NOT_A_VIDEO', cancel_requested = true where job_id = 'job_2';
        update transcripts set words = '[{"word": "A"}]';
        update layout_analysis set timeline = '[{"start_time": 0}]', frozen = true,
               extra_metadata = '{"blank_screens": []}'
        """);
    List<String> before = database.rows();
    database.downgrade("8");
    assertThat(database.upgrade("head").rows()).isEqualTo(before);
  }

  @Test
  void an_owner_comes_back_from_the_legacy_schema_and_a_job_without_one_stays_without() {
    var database = new SchemaDatabase().upgrade("head");
    database.execute(JOB.formatted("anns", "completed") + JOB.formatted("nobodys", "completed"));
    database.execute("update jobs set owner = 'ann' where job_id = 'anns'");
    database.downgrade("1").upgrade("head");
    assertThat(database.query("select owner from jobs order by job_id"))
        .containsExactly("ann", "null");
  }

  @Test
  void a_running_job_without_stages_has_failed_and_a_pending_upload_still_waits() {
    var database = new SchemaDatabase().upgrade("head");
    database.execute(
        JOB.formatted("at_work", "running")
            + JOB.formatted("upload", "pending")
            + """
            insert into stage_run (job_id, stage, lane, place, status, deps_left, weight)
            values ('at_work', 'initializing', 'cpu', 0, 'running', 0, 1)
            """);
    database.downgrade("9");
    assertThat(database.query("select status from jobs order by job_id"))
        .containsExactly("failed", "pending");
    assertThat(database.ask("select error_message from jobs where job_id = 'at_work'"))
        .contains("can be retried");
  }

  @Test
  void an_object_made_by_hand_survives_a_downgrade_to_base_and_an_upgrade() {
    var database = new SchemaDatabase().upgrade("head");
    database.execute("create table notes (n integer); insert into notes values (7)");
    database.downgrade("base").upgrade("head");
    assertThat(database.ask("select n from notes")).isEqualTo("7");
  }

  private static String below(String version) {
    List<String> all = versions().toList();
    return all.get(all.indexOf(version) - 1);
  }

  private static String schemaBelow(String version) {
    return IntStream.range(0, SCRIPTS.all().size())
        .filter(i -> SCRIPTS.all().get(i).version().equals(version) && i > 0)
        .mapToObj(i -> SCRIPTS.schemaAfter(SCRIPTS.all().get(i - 1).version()).orElseThrow())
        .findFirst()
        .orElse("");
  }
}
