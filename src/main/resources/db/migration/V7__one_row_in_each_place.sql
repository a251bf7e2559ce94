-- lint: allow disallowed-unique-constraint an installation is small: an index is built in seconds
-- Two clips or two segments cannot take the same place of a job.
ALTER TABLE clips ADD CONSTRAINT clips_job_id_clip_order_key UNIQUE (job_id, clip_order);
ALTER TABLE content_segments
  ADD CONSTRAINT content_segments_job_id_segment_order_key UNIQUE (job_id, segment_order);
