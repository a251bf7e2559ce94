-- jsonb can be indexed and compared; json cannot.
ALTER TABLE jobs
  ALTER COLUMN video_metadata TYPE jsonb USING video_metadata::jsonb,
  ALTER COLUMN extra_metadata TYPE jsonb USING extra_metadata::jsonb;
ALTER TABLE content_segments
  ALTER COLUMN keywords TYPE jsonb USING keywords::jsonb,
  ALTER COLUMN concepts TYPE jsonb USING concepts::jsonb;
ALTER TABLE layout_analysis
  ALTER COLUMN screen_region TYPE jsonb USING screen_region::jsonb,
  ALTER COLUMN camera_region TYPE jsonb USING camera_region::jsonb;
ALTER TABLE processing_logs
  ALTER COLUMN extra_metadata TYPE jsonb USING extra_metadata::jsonb;
ALTER TABLE clips
  ALTER COLUMN extra_metadata TYPE jsonb USING extra_metadata::jsonb;
