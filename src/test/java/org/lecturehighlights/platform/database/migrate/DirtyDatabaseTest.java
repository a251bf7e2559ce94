package org.lecturehighlights.platform.database.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehighlights.platform.database.SchemaDatabase;

/**
 * A database with every invalid value that the legacy service allowed, migrated to the head and
 * back.
 */
class DirtyDatabaseTest {
  private static final String DIRT =
      """
      insert into jobs (job_id, filename, file_size, content_type, original_s3_key, status, created_at, updated_at)
        select 'job_' || status, 'a.mp4', 1, 'video/mp4', 'uploads/job_' || status || '/20240301_original.mp4',
               status, '2024-03-01 10:00', '2024-03-01 10:00'
          from unnest(array['pending', 'queued', 'running', 'processing', 'completed', 'failed']) status;
      update jobs set error_message = 'Worker lost', progress_percent = 130, video_duration = 'NaN',
             extra_metadata = '{"user": "x"}' where job_id = 'job_running';
      update jobs set progress_percent = 'NaN', extra_metadata = '[1, 2]', video_metadata = '"none"'
       where job_id = 'job_queued';
      update jobs set progress_percent = -5, extra_metadata = '{}' where job_id = 'job_pending';
      update jobs set extra_metadata = '{"note": "half \\ud83d, nul \\u0000, fine \\ud83d\\ude00, kept \\\\u0000"}'
       where job_id = 'job_completed';

      insert into content_segments (segment_id, job_id, start_time, end_time, duration, topic, importance_score,
          keywords, concepts, segment_order, created_at)
        values ('s1', 'job_completed', 10, 5, -5, 't', 1.5, '["a"]', '["b"]', 0, now()),
               ('s2', 'job_completed', 'NaN', 5, 0, 't', 'NaN', '{"a": 1}', '[1]', 0, now()),
               ('s3', 'job_completed', -3, -3, 0, 't', -0.5, '[]', '[]', 0, now()),
               ('s4', 'job_completed', 7, 'Infinity', 'Infinity', 't', 'Infinity', '[]', '[]', 1, now()),
               ('s5', 'job_completed', 1e300, 2e300, 1e300, 't', 0.5, '[]', '[]', 2, now()),
               ('s6', 'job_completed', 1, 2, 'NaN', 't', 0.5, '[]', '[]', 3, now());
      insert into clips (clip_id, job_id, title, start_time, end_time, duration, importance_score, s3_key,
          clip_order, extra_metadata, created_at)
        values ('c1', 'job_completed', 't', 5, 5, 0, 2, 'clips/c1.mp4', 1, '"text"', now()),
               ('c2', 'job_completed', 't', 30, 20, 25, null, 'clips/c2.mp4', 1, '{"edits": []}', now()),
               ('c3', 'job_completed', 't', 1, 2, 1, 1, 'clips/c3.mp4', 1, null, now()),
               ('c4', 'job_completed', 't', 1, 2, 1, 1, 'clips/c4.mp4', null, null, now()),
               ('c5', 'job_completed', 't', 1, 2, 1, 1, 'clips/c5.mp4', null, null, now()),
               ('c6', 'job_failed', 't', 1, 2, 1, 1, 'clips/c6.mp4', 1, null, now());
      insert into silence_regions (region_id, job_id, start_time, end_time, duration, silence_type,
          amplitude_threshold, created_at)
        values ('r1', 'job_completed', -0.01, 6.014, 6.024, 'pause', '-Infinity', now());
      insert into transcripts (segment_id, job_id, start_time, end_time, text, confidence, created_at)
        values ('t1', 'job_completed', 9, 3, 'x', 1.01, now()), ('t2', 'job_completed', 0, 1, 'x', 'NaN', now());
      insert into layout_analysis (layout_id, job_id, screen_region, camera_region, split_ratio, layout_type,
          confidence_score, sample_frame_time, created_at)
        values ('l1', 'job_completed', 'null', '{"x": 1, "y": "2"}', 90, 'corner', -1, 'NaN', now());
      insert into processing_logs (log_id, job_id, stage, status, duration_seconds, extra_metadata, created_at)
        values ('p1', 'job_completed', 's', 'completed', 'NaN', '[0]', now())
      """;

  private static final SchemaDatabase DATABASE = dirty().upgrade("head");

  @Test
  void unfinished_jobs_have_failed_with_a_reason_and_ended_ones_stay() {
    assertThat(
            query(
                "select job_id || ' ' || status || ' ' || coalesce(error_message, '-') from jobs order by id"))
        .containsExactly(
            "job_pending failed The job was not finished when the installation was upgraded. It can be retried.",
            "job_queued failed The job was not finished when the installation was upgraded. It can be retried.",
            "job_running failed Worker lost",
            "job_processing failed The job was not finished when the installation was upgraded. It can be retried.",
            "job_completed completed -",
            "job_failed failed -");
  }

  @Test
  void storage_keys_do_not_change_and_jobs_have_no_owner() {
    assertThat(
            query(
                "select original_s3_key from jobs where job_id = 'job_completed' and owner is null"))
        .containsExactly("uploads/job_completed/20240301_original.mp4");
    assertThat(query("select s3_key from clips where clip_id = 'c1'"))
        .containsExactly("clips/c1.mp4");
  }

  @Test
  void scores_lie_between_0_and_1() {
    assertThat(query("select importance_score from content_segments order by id"))
        .containsExactly("1", "0", "0", "1", "0.5", "0.5");
    assertThat(query("select importance_score from clips order by id"))
        .containsExactly("1", "null", "1", "1", "1", "1");
    assertThat(query("select confidence from transcripts order by id")).containsExactly("1", "0");
    assertThat(query("select split_ratio || ' ' || confidence_score from layout_analysis"))
        .containsExactly("1 0");
  }

  @Test
  void percentages_and_durations_are_in_range() {
    assertThat(query("select progress_percent from jobs order by id"))
        .containsExactly("0", "0", "100", "null", "null", "null");
    assertThat(query("select video_duration from jobs where job_id = 'job_running'"))
        .containsExactly("null");
    assertThat(query("select duration_seconds from processing_logs")).containsExactly("null");
  }

  @Test
  void every_span_starts_before_it_ends() {
    assertThat(
            query(
                "select start_time || ' ' || end_time || ' ' || duration::real from content_segments order by id"))
        .containsExactly(
            "5 10 5", "0 0.001 0.001", "0 0.001 0.001", "0 0.001 0.001", "0 0.001 0.001", "1 2 1");
    assertThat(
            query(
                "select start_time || ' ' || end_time || ' ' || duration::real from clips order by id limit 3"))
        .containsExactly("5 5.001 0.001", "20 30 10", "1 2 1");
    assertThat(query("select start_time || ' ' || end_time from silence_regions"))
        .containsExactly("0 6.014");
    assertThat(query("select start_time || ' ' || end_time from transcripts order by id"))
        .containsExactly("3 9", "0 1");
  }

  @Test
  void each_position_in_a_job_has_one_row() {
    assertThat(query("select clip_order from clips order by id"))
        .containsExactly("1", "2", "3", "null", "null", "1");
    assertThat(query("select segment_order from content_segments order by id"))
        .containsExactly("0", "4", "5", "1", "2", "3");
  }

  @Test
  void json_has_the_form_that_its_reader_expects() {
    assertThat(query("select keywords from content_segments order by id limit 2"))
        .containsExactly("[\"a\"]", "null");
    assertThat(query("select concepts from content_segments order by id limit 2"))
        .containsExactly("[\"b\"]", "null");
    assertThat(query("select screen_region from layout_analysis"))
        .containsExactly("{\"x\": 0, \"y\": 0, \"width\": 0, \"height\": 0}");
    assertThat(
            query("select jsonb_typeof(extra_metadata) from jobs where extra_metadata is not null"))
        .containsOnly("object");
    assertThat(query("select extra_metadata ->> 'note' from jobs where job_id = 'job_completed'"))
        .containsExactly("half \ufffd, nul \ufffd, fine \ud83d\ude00, kept \\u0000");
  }

  @Test
  void unknown_names_are_replaced_and_kept() {
    assertThat(
            query(
                "select silence_type || ' ' || (extra_metadata #>> '{repaired,silence_type}') from silence_regions"))
        .containsExactly("audio_silence pause");
    assertThat(
            query(
                "select layout_type || ' ' || (extra_metadata #>> '{repaired,layout_type}') from layout_analysis"))
        .containsExactly("screen_only corner");
  }

  @Test
  void original_values_are_kept_next_to_existing_metadata() {
    assertThat(query("select extra_metadata from jobs where job_id = 'job_running'"))
        .containsExactly(
            "{\"user\": \"x\", \"repaired\": {\"status\": \"running\", \"error_message\": \"Worker lost\","
                + " \"video_duration\": \"NaN\", \"progress_percent\": \"130\"}}");
    assertThat(
            query(
                "select extra_metadata -> 'repaired' ->> 'extra_metadata' from jobs where job_id = 'job_queued'"))
        .containsExactly("[1, 2]");
  }

  @Test
  void a_clean_row_is_not_touched() {
    assertThat(query("select count(*) from clips where extra_metadata is null"))
        .containsExactly("3");
  }

  @Test
  void no_constraint_is_left_unvalidated() {
    assertThat(query("select conname from pg_constraint where not convalidated")).isEmpty();
  }

  @Test
  void a_downgrade_restores_every_original_value_and_a_second_upgrade_repairs_them_again() {
    var database = dirty();
    // A lone surrogate and U+0000 cannot be restored; to_jsonb could not even read them.
    database.execute("update jobs set extra_metadata = null where job_id = 'job_completed'");
    List<String> original = database.rows();
    database.upgrade("head");
    List<String> repaired = database.rows();
    database.downgrade("1");
    assertThat(database.rows()).isEqualTo(original);
    assertThat(database.upgrade("head").rows()).isEqualTo(repaired);
  }

  @Test
  void a_job_that_was_retried_after_its_repair_is_not_changed() {
    var database = dirty();
    database.upgrade("head");
    database.execute(
        """
        update jobs set status = 'completed', error_message = null where job_id = 'job_running';
        update jobs set error_message = 'The file cannot be read as a video' where job_id = 'job_queued'
        """);
    database.downgrade("1");
    assertThat(
            database.query(
                "select status from jobs where job_id in ('job_running', 'job_queued') order by id"))
        .containsExactly("failed", "completed");
  }

  private static SchemaDatabase dirty() {
    var database = new SchemaDatabase().upgrade("1");
    database.execute(DIRT);
    return database;
  }

  private static List<String> query(String sql) {
    return DATABASE.query(sql);
  }
}
