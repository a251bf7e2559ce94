-- lint: allow adding-foreign-key-constraint an installation is small: a key is checked in seconds
-- A job takes its results with it.
ALTER TABLE content_segments
  DROP CONSTRAINT content_segments_job_id_fkey,
  ADD CONSTRAINT content_segments_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE layout_analysis
  DROP CONSTRAINT layout_analysis_job_id_fkey,
  ADD CONSTRAINT layout_analysis_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE processing_logs
  DROP CONSTRAINT processing_logs_job_id_fkey,
  ADD CONSTRAINT processing_logs_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE silence_regions
  DROP CONSTRAINT silence_regions_job_id_fkey,
  ADD CONSTRAINT silence_regions_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE transcripts
  DROP CONSTRAINT transcripts_job_id_fkey,
  ADD CONSTRAINT transcripts_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE clips
  DROP CONSTRAINT clips_job_id_fkey,
  ADD CONSTRAINT clips_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
-- A clip outlives the topic that it was cut from.
ALTER TABLE clips
  DROP CONSTRAINT clips_content_segment_id_fkey,
  ADD CONSTRAINT clips_content_segment_id_fkey
    FOREIGN KEY (content_segment_id) REFERENCES content_segments (segment_id) ON DELETE SET NULL;
