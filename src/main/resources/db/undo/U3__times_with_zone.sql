-- The predecessor reads and writes UTC without a zone.
ALTER TABLE jobs
  ALTER COLUMN created_at TYPE timestamp USING created_at AT TIME ZONE 'UTC',
  ALTER COLUMN updated_at TYPE timestamp USING updated_at AT TIME ZONE 'UTC',
  ALTER COLUMN completed_at TYPE timestamp USING completed_at AT TIME ZONE 'UTC';
ALTER TABLE content_segments
  ALTER COLUMN created_at TYPE timestamp USING created_at AT TIME ZONE 'UTC';
ALTER TABLE layout_analysis
  ALTER COLUMN created_at TYPE timestamp USING created_at AT TIME ZONE 'UTC';
ALTER TABLE processing_logs
  ALTER COLUMN created_at TYPE timestamp USING created_at AT TIME ZONE 'UTC';
ALTER TABLE silence_regions
  ALTER COLUMN created_at TYPE timestamp USING created_at AT TIME ZONE 'UTC';
ALTER TABLE transcripts
  ALTER COLUMN created_at TYPE timestamp USING created_at AT TIME ZONE 'UTC';
ALTER TABLE clips
  ALTER COLUMN created_at TYPE timestamp USING created_at AT TIME ZONE 'UTC';
