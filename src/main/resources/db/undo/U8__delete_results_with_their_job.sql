-- As the predecessor has it: who deletes a job deletes its results first.
ALTER TABLE content_segments
  DROP CONSTRAINT content_segments_job_id_fkey,
  ADD CONSTRAINT content_segments_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id);
ALTER TABLE layout_analysis
  DROP CONSTRAINT layout_analysis_job_id_fkey,
  ADD CONSTRAINT layout_analysis_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id);
ALTER TABLE processing_logs
  DROP CONSTRAINT processing_logs_job_id_fkey,
  ADD CONSTRAINT processing_logs_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id);
ALTER TABLE silence_regions
  DROP CONSTRAINT silence_regions_job_id_fkey,
  ADD CONSTRAINT silence_regions_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id);
ALTER TABLE transcripts
  DROP CONSTRAINT transcripts_job_id_fkey,
  ADD CONSTRAINT transcripts_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id);
ALTER TABLE clips
  DROP CONSTRAINT clips_job_id_fkey,
  ADD CONSTRAINT clips_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id);
ALTER TABLE clips
  DROP CONSTRAINT clips_content_segment_id_fkey,
  ADD CONSTRAINT clips_content_segment_id_fkey
    FOREIGN KEY (content_segment_id) REFERENCES content_segments (segment_id);
