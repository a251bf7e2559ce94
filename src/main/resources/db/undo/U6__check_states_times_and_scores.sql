-- The predecessor knows no cancelled job; V6 finds in extra_metadata which ones were.
UPDATE jobs
   SET extra_metadata = CASE WHEN jsonb_typeof(extra_metadata) = 'object' THEN extra_metadata ELSE '{}' END
         || jsonb_build_object('kept_by_undo_6',
              jsonb_build_object('status', status, 'error_message', error_message)),
       error_message = coalesce(error_message, 'The job was cancelled.'),
       status = 'failed'
 WHERE status = 'cancelled';

ALTER TABLE jobs
  DROP CONSTRAINT jobs_status_known,
  DROP CONSTRAINT jobs_progress_percent_range,
  DROP CONSTRAINT jobs_video_duration_range;
ALTER TABLE content_segments
  DROP CONSTRAINT content_segments_times,
  DROP CONSTRAINT content_segments_importance_score_range;
ALTER TABLE silence_regions
  DROP CONSTRAINT silence_regions_times,
  DROP CONSTRAINT silence_regions_silence_type_known;
ALTER TABLE transcripts
  DROP CONSTRAINT transcripts_times,
  DROP CONSTRAINT transcripts_confidence_range;
ALTER TABLE layout_analysis
  DROP CONSTRAINT layout_analysis_layout_type_known,
  DROP CONSTRAINT layout_analysis_scores;
ALTER TABLE clips
  DROP CONSTRAINT clips_times,
  DROP CONSTRAINT clips_importance_score_range;
