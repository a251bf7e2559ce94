-- Wrong rows cannot be written any more, by whatever code.
ALTER TABLE jobs
  ADD CONSTRAINT jobs_status_known
    CHECK (status IN ('pending', 'queued', 'running', 'completed', 'failed', 'cancelled')),
  ADD CONSTRAINT jobs_progress_percent_range CHECK (progress_percent BETWEEN 0 AND 100) NOT VALID;
ALTER TABLE content_segments
  ADD CONSTRAINT content_segments_times CHECK (start_time >= 0 AND end_time > start_time AND duration > 0),
  ADD CONSTRAINT content_segments_importance_score_range CHECK (importance_score BETWEEN 0 AND 1);
ALTER TABLE silence_regions
  ADD CONSTRAINT silence_regions_times CHECK (start_time >= 0 AND end_time > start_time AND duration > 0),
  ADD CONSTRAINT silence_regions_silence_type_known
    CHECK (silence_type IN ('audio_silence', 'blank_screen', 'both'));
ALTER TABLE transcripts
  ADD CONSTRAINT transcripts_times CHECK (start_time >= 0 AND end_time > start_time);
ALTER TABLE layout_analysis
  ADD CONSTRAINT layout_analysis_layout_type_known
    CHECK (layout_type IN ('side_by_side', 'picture_in_picture', 'screen_only', 'camera_only')),
  ADD CONSTRAINT layout_analysis_scores
    CHECK (split_ratio BETWEEN 0 AND 1 AND confidence_score BETWEEN 0 AND 1);
ALTER TABLE clips
  ADD CONSTRAINT clips_times CHECK (start_time >= 0 AND end_time > start_time AND duration > 0),
  ADD CONSTRAINT clips_importance_score_range CHECK (importance_score BETWEEN 0 AND 1);
