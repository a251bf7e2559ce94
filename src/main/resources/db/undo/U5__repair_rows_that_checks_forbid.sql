-- Repaired rows get their original values back; a job only if it still is as the repair left it.
CREATE FUNCTION pg_temp.without_repair(metadata jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT coalesce(nullif(metadata - 'repaired', '{}'), metadata #> '{repaired,extra_metadata}')
$$;

UPDATE jobs
   SET status = extra_metadata #>> '{repaired,status}',
       error_message = extra_metadata #>> '{repaired,error_message}'
 WHERE extra_metadata -> 'repaired' ? 'status'
   AND status = 'failed'
   AND error_message = coalesce(extra_metadata #>> '{repaired,error_message}',
         'The job was not finished when the installation was upgraded. It can be retried.');
UPDATE jobs
   SET progress_percent = coalesce((extra_metadata #>> '{repaired,progress_percent}')::float8, progress_percent)
 WHERE progress_percent IN (0, 100);
UPDATE jobs
   SET video_duration = coalesce(video_duration, (extra_metadata #>> '{repaired,video_duration}')::float8),
       video_metadata = coalesce(video_metadata, extra_metadata #> '{repaired,video_metadata}'),
       extra_metadata = pg_temp.without_repair(extra_metadata)
 WHERE extra_metadata ? 'repaired';

UPDATE processing_logs
   SET duration_seconds = coalesce(duration_seconds, (extra_metadata #>> '{repaired,duration_seconds}')::float8),
       extra_metadata = pg_temp.without_repair(extra_metadata)
 WHERE extra_metadata ? 'repaired';

UPDATE content_segments
   SET importance_score = coalesce((extra_metadata #>> '{repaired,importance_score}')::float8, importance_score),
       start_time = coalesce((extra_metadata #>> '{repaired,start_time}')::float8, start_time),
       end_time = coalesce((extra_metadata #>> '{repaired,end_time}')::float8, end_time),
       duration = coalesce((extra_metadata #>> '{repaired,duration}')::float8, duration),
       segment_order = coalesce((extra_metadata #>> '{repaired,segment_order}')::integer, segment_order),
       keywords = coalesce(keywords, extra_metadata #> '{repaired,keywords}'),
       concepts = coalesce(concepts, extra_metadata #> '{repaired,concepts}')
 WHERE extra_metadata ? 'repaired';

UPDATE silence_regions
   SET start_time = coalesce((extra_metadata #>> '{repaired,start_time}')::float8, start_time),
       end_time = coalesce((extra_metadata #>> '{repaired,end_time}')::float8, end_time),
       duration = coalesce((extra_metadata #>> '{repaired,duration}')::float8, duration),
       amplitude_threshold = coalesce(amplitude_threshold, (extra_metadata #>> '{repaired,amplitude_threshold}')::float8),
       silence_type = coalesce(extra_metadata #>> '{repaired,silence_type}', silence_type)
 WHERE extra_metadata ? 'repaired';

UPDATE transcripts
   SET start_time = coalesce((extra_metadata #>> '{repaired,start_time}')::float8, start_time),
       end_time = coalesce((extra_metadata #>> '{repaired,end_time}')::float8, end_time),
       confidence = coalesce((extra_metadata #>> '{repaired,confidence}')::float8, confidence)
 WHERE extra_metadata ? 'repaired';

UPDATE layout_analysis
   SET screen_region = coalesce(extra_metadata #> '{repaired,screen_region}', screen_region),
       camera_region = coalesce(extra_metadata #> '{repaired,camera_region}', camera_region),
       split_ratio = coalesce((extra_metadata #>> '{repaired,split_ratio}')::float8, split_ratio),
       confidence_score = coalesce((extra_metadata #>> '{repaired,confidence_score}')::float8, confidence_score),
       sample_frame_time = coalesce(sample_frame_time, (extra_metadata #>> '{repaired,sample_frame_time}')::float8),
       layout_type = coalesce(extra_metadata #>> '{repaired,layout_type}', layout_type)
 WHERE extra_metadata ? 'repaired';

UPDATE clips
   SET importance_score = coalesce((extra_metadata #>> '{repaired,importance_score}')::float8, importance_score),
       start_time = coalesce((extra_metadata #>> '{repaired,start_time}')::float8, start_time),
       end_time = coalesce((extra_metadata #>> '{repaired,end_time}')::float8, end_time),
       duration = coalesce((extra_metadata #>> '{repaired,duration}')::float8, duration),
       clip_order = coalesce((extra_metadata #>> '{repaired,clip_order}')::integer, clip_order),
       extra_metadata = pg_temp.without_repair(extra_metadata)
 WHERE extra_metadata ? 'repaired';

DROP FUNCTION pg_temp.without_repair(jsonb);

ALTER TABLE content_segments DROP COLUMN extra_metadata;
ALTER TABLE silence_regions DROP COLUMN extra_metadata;
ALTER TABLE transcripts DROP COLUMN extra_metadata;
ALTER TABLE layout_analysis DROP COLUMN extra_metadata;
