-- Every jsonb is a json too.
ALTER TABLE jobs
  ALTER COLUMN video_metadata TYPE json USING video_metadata::json,
  ALTER COLUMN extra_metadata TYPE json USING extra_metadata::json;
ALTER TABLE content_segments
  ALTER COLUMN keywords TYPE json USING keywords::json,
  ALTER COLUMN concepts TYPE json USING concepts::json;
ALTER TABLE layout_analysis
  ALTER COLUMN screen_region TYPE json USING screen_region::json,
  ALTER COLUMN camera_region TYPE json USING camera_region::json;
ALTER TABLE processing_logs
  ALTER COLUMN extra_metadata TYPE json USING extra_metadata::json;
ALTER TABLE clips
  ALTER COLUMN extra_metadata TYPE json USING extra_metadata::json;
