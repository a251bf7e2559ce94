package org.lecturehighlights.platform.database;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the dump of an existing installation contains, written down by hand and not read from V1.
 */
final class InitialSchema {

  /** Column, type and "not null" in order, by table. */
  static final SortedMap<String, List<String>> COLUMNS =
      new TreeMap<>(
          Map.of(
              "jobs",
              lines(
                  """
                  id integer not null
                  job_id character varying(100) not null
                  filename character varying(255) not null
                  file_size integer not null
                  content_type character varying(100) not null
                  original_s3_key character varying(500) not null
                  video_duration double precision
                  video_metadata json
                  status character varying(20) not null
                  error_message text
                  celery_task_id character varying(100)
                  current_stage character varying(50)
                  progress_percent double precision
                  progress_message character varying(500)
                  eta_seconds integer
                  extra_metadata json
                  created_at timestamp without time zone not null
                  updated_at timestamp without time zone not null
                  completed_at timestamp without time zone
                  """),
              "content_segments",
              lines(
                  """
                  id integer not null
                  segment_id character varying(100) not null
                  job_id character varying(100) not null
                  start_time double precision not null
                  end_time double precision not null
                  duration double precision not null
                  topic character varying(500) not null
                  description text
                  importance_score double precision not null
                  keywords json
                  concepts json
                  segment_order integer not null
                  created_at timestamp without time zone not null
                  """),
              "layout_analysis",
              lines(
                  """
                  id integer not null
                  layout_id character varying(100) not null
                  job_id character varying(100) not null
                  screen_region json not null
                  camera_region json not null
                  split_ratio double precision not null
                  layout_type character varying(30) not null
                  confidence_score double precision
                  sample_frame_time double precision
                  created_at timestamp without time zone not null
                  """),
              "processing_logs",
              lines(
                  """
                  id integer not null
                  log_id character varying(100) not null
                  job_id character varying(100) not null
                  stage character varying(50) not null
                  agent_name character varying(100)
                  status character varying(20) not null
                  duration_seconds double precision
                  error_message text
                  extra_metadata json
                  created_at timestamp without time zone not null
                  """),
              "silence_regions",
              lines(
                  """
                  id integer not null
                  region_id character varying(100) not null
                  job_id character varying(100) not null
                  start_time double precision not null
                  end_time double precision not null
                  duration double precision not null
                  silence_type character varying(20) not null
                  amplitude_threshold double precision
                  created_at timestamp without time zone not null
                  """),
              "transcripts",
              lines(
                  """
                  id integer not null
                  segment_id character varying(100) not null
                  job_id character varying(100) not null
                  start_time double precision not null
                  end_time double precision not null
                  text text not null
                  confidence double precision
                  speaker_id character varying(50)
                  created_at timestamp without time zone not null
                  """),
              "clips",
              lines(
                  """
                  id integer not null
                  clip_id character varying(100) not null
                  job_id character varying(100) not null
                  content_segment_id character varying(100)
                  title character varying(500) not null
                  topic character varying(500)
                  importance_score double precision
                  start_time double precision not null
                  end_time double precision not null
                  duration double precision not null
                  s3_key character varying(500) not null
                  thumbnail_s3_key character varying(500)
                  subtitle_s3_key character varying(500)
                  clip_order integer
                  extra_metadata json
                  created_at timestamp without time zone not null
                  """)));

  /** Table and column of each secondary index, with "unique" if it is unique. */
  static final List<String> INDEXES =
      lines(
          """
          clips clip_id unique
          clips clip_order
          clips content_segment_id
          clips id
          clips importance_score
          clips job_id
          content_segments id
          content_segments importance_score
          content_segments job_id
          content_segments segment_id unique
          content_segments segment_order
          content_segments start_time
          jobs celery_task_id
          jobs created_at
          jobs id
          jobs job_id unique
          jobs status
          layout_analysis id
          layout_analysis job_id unique
          layout_analysis layout_id unique
          processing_logs created_at
          processing_logs id
          processing_logs job_id
          processing_logs log_id unique
          processing_logs stage
          silence_regions id
          silence_regions job_id
          silence_regions region_id unique
          silence_regions start_time
          transcripts id
          transcripts job_id
          transcripts segment_id unique
          transcripts start_time
          """);

  static final List<String> FOREIGN_KEYS =
      lines(
          """
          clips_content_segment_id_fkey on clips FOREIGN KEY (content_segment_id) REFERENCES content_segments(segment_id)
          clips_job_id_fkey on clips FOREIGN KEY (job_id) REFERENCES jobs(job_id)
          content_segments_job_id_fkey on content_segments FOREIGN KEY (job_id) REFERENCES jobs(job_id)
          layout_analysis_job_id_fkey on layout_analysis FOREIGN KEY (job_id) REFERENCES jobs(job_id)
          processing_logs_job_id_fkey on processing_logs FOREIGN KEY (job_id) REFERENCES jobs(job_id)
          silence_regions_job_id_fkey on silence_regions FOREIGN KEY (job_id) REFERENCES jobs(job_id)
          transcripts_job_id_fkey on transcripts FOREIGN KEY (job_id) REFERENCES jobs(job_id)
          """);

  private InitialSchema() {}

  /** The index definitions as PostgreSQL prints them. */
  static Stream<String> indexDefinitions() {
    return INDEXES.stream()
        .map(line -> line.split(" "))
        .map(part ->
            "CREATE %sINDEX ix_%s_%s ON public.%s USING btree (%s)"
                .formatted(part.length == 3 ? "UNIQUE " : "", part[0], part[1], part[0], part[1]));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
