-- lint: allow constraint-missing-not-valid an installation is small: a check reads it in seconds
-- Wrong rows cannot be written any more, by whatever code. NaN fails every upper bound.
ALTER TABLE jobs
  ADD CONSTRAINT jobs_status_known
    CHECK (status IN ('pending', 'queued', 'running', 'completed', 'failed', 'cancelled')),
  ADD CONSTRAINT jobs_progress_percent_range CHECK (progress_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT jobs_video_duration_range CHECK (video_duration >= 0 AND video_duration < 'Infinity');
ALTER TABLE content_segments
  ADD CONSTRAINT content_segments_times
    CHECK (start_time >= 0 AND end_time > start_time AND end_time < 'Infinity'
      AND duration > 0 AND duration < 'Infinity'),
  ADD CONSTRAINT content_segments_importance_score_range CHECK (importance_score BETWEEN 0 AND 1);
ALTER TABLE silence_regions
  ADD CONSTRAINT silence_regions_times
    CHECK (start_time >= 0 AND end_time > start_time AND end_time < 'Infinity'
      AND duration > 0 AND duration < 'Infinity'),
  ADD CONSTRAINT silence_regions_silence_type_known
    CHECK (silence_type IN ('audio_silence', 'blank_screen', 'both'));
ALTER TABLE transcripts
  ADD CONSTRAINT transcripts_times
    CHECK (start_time >= 0 AND end_time > start_time AND end_time < 'Infinity'),
  ADD CONSTRAINT transcripts_confidence_range CHECK (confidence BETWEEN 0 AND 1);
ALTER TABLE layout_analysis
  ADD CONSTRAINT layout_analysis_layout_type_known
    CHECK (layout_type IN ('side_by_side', 'picture_in_picture', 'screen_only', 'camera_only')),
  ADD CONSTRAINT layout_analysis_scores
    CHECK (split_ratio BETWEEN 0 AND 1 AND confidence_score BETWEEN 0 AND 1);
ALTER TABLE clips
  ADD CONSTRAINT clips_times
    CHECK (start_time >= 0 AND end_time > start_time AND end_time < 'Infinity'
      AND duration > 0 AND duration < 'Infinity'),
  ADD CONSTRAINT clips_importance_score_range CHECK (importance_score BETWEEN 0 AND 1);

-- What U6 had to rename.
UPDATE jobs
   SET status = 'cancelled',
       error_message = extra_metadata #>> '{kept_by_undo_6,error_message}'
 WHERE status = 'failed'
   AND extra_metadata #>> '{kept_by_undo_6,status}' = 'cancelled';
UPDATE jobs
   SET extra_metadata = nullif(extra_metadata - 'kept_by_undo_6', '{}')
 WHERE extra_metadata ? 'kept_by_undo_6';
