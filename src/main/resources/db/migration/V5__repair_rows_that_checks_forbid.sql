-- What the predecessor let in, repaired so that V6 can forbid it; the original values are kept in
-- extra_metadata under "repaired".
ALTER TABLE content_segments ADD COLUMN extra_metadata jsonb;
ALTER TABLE silence_regions ADD COLUMN extra_metadata jsonb;
ALTER TABLE transcripts ADD COLUMN extra_metadata jsonb;
ALTER TABLE layout_analysis ADD COLUMN extra_metadata jsonb;

CREATE FUNCTION pg_temp.kept(metadata jsonb, original jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT CASE WHEN jsonb_typeof(metadata) = 'object' THEN metadata ELSE '{}'::jsonb END
    || jsonb_build_object('repaired',
         coalesce(CASE WHEN jsonb_typeof(metadata) = 'object' THEN metadata -> 'repaired' END, '{}'::jsonb)
         || original)
$$;

UPDATE content_segments
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('importance_score', importance_score::text)),
       importance_score = CASE WHEN importance_score > 1 AND importance_score <> 'NaN' THEN 1 ELSE 0 END
 WHERE NOT importance_score BETWEEN 0 AND 1;
UPDATE clips
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('importance_score', importance_score::text)),
       importance_score = CASE WHEN importance_score > 1 AND importance_score <> 'NaN' THEN 1 ELSE 0 END
 WHERE NOT importance_score BETWEEN 0 AND 1;
UPDATE layout_analysis
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('confidence_score', confidence_score::text)),
       confidence_score = CASE WHEN confidence_score > 1 AND confidence_score <> 'NaN' THEN 1 ELSE 0 END
 WHERE NOT confidence_score BETWEEN 0 AND 1;
UPDATE layout_analysis
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('split_ratio', split_ratio::text)),
       split_ratio = CASE WHEN split_ratio > 1 AND split_ratio <> 'NaN' THEN 1 ELSE 0 END
 WHERE NOT split_ratio BETWEEN 0 AND 1;

-- Times: a start below zero becomes zero, an end before the start is exchanged with it, an end at the
-- start lies a millisecond later, and times that are no finite number become the shortest span.
DO $$
DECLARE
  name text;
  has_duration boolean;
BEGIN
  FOREACH name IN ARRAY ARRAY['content_segments', 'silence_regions', 'transcripts', 'clips'] LOOP
    has_duration := name <> 'transcripts';
    EXECUTE format($sql$
      UPDATE %1$I
         SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object(
               'start_time', start_time::text, 'end_time', end_time::text%2$s)),
             start_time = CASE WHEN start_time - start_time <> 0 OR end_time - end_time <> 0 THEN 0
                               ELSE greatest(0, least(start_time, end_time)) END,
             end_time = CASE WHEN start_time - start_time <> 0 OR end_time - end_time <> 0 THEN 0.001
                             WHEN greatest(start_time, end_time) <= greatest(0, least(start_time, end_time))
                               THEN greatest(0, least(start_time, end_time)) + 0.001
                             ELSE greatest(start_time, end_time) END
       WHERE NOT (start_time >= 0 AND end_time > start_time AND end_time < 'Infinity')$sql$,
      name, CASE WHEN has_duration THEN ', ''duration'', duration::text' ELSE '' END);
    IF has_duration THEN
      EXECUTE format($sql$
        UPDATE %1$I
           SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('duration', duration::text)),
               duration = end_time - start_time
         WHERE NOT (duration > 0 AND duration < 'Infinity')$sql$, name);
    END IF;
  END LOOP;
END
$$;

-- One clip and one segment in each place of a job: the oldest keeps it, the others move behind the last.
WITH twice AS (
  SELECT id, job_id, clip_order,
         row_number() OVER (PARTITION BY job_id, clip_order ORDER BY id) AS nth
    FROM clips WHERE clip_order IS NOT NULL
), moved AS (
  SELECT id, clip_order,
         (SELECT max(c.clip_order) FROM clips c WHERE c.job_id = twice.job_id)
           + row_number() OVER (PARTITION BY job_id ORDER BY clip_order, id) AS place
    FROM twice WHERE nth > 1
)
UPDATE clips c
   SET extra_metadata = pg_temp.kept(c.extra_metadata, jsonb_build_object('clip_order', c.clip_order)),
       clip_order = moved.place
  FROM moved WHERE moved.id = c.id;
WITH twice AS (
  SELECT id, job_id, segment_order,
         row_number() OVER (PARTITION BY job_id, segment_order ORDER BY id) AS nth
    FROM content_segments
), moved AS (
  SELECT id, segment_order,
         (SELECT max(s.segment_order) FROM content_segments s WHERE s.job_id = twice.job_id)
           + row_number() OVER (PARTITION BY job_id ORDER BY segment_order, id) AS place
    FROM twice WHERE nth > 1
)
UPDATE content_segments s
   SET extra_metadata = pg_temp.kept(s.extra_metadata, jsonb_build_object('segment_order', s.segment_order)),
       segment_order = moved.place
  FROM moved WHERE moved.id = s.id;

-- Unknown names.
UPDATE silence_regions
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('silence_type', silence_type)),
       silence_type = 'audio_silence'
 WHERE silence_type NOT IN ('audio_silence', 'blank_screen', 'both');
UPDATE layout_analysis
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('layout_type', layout_type)),
       layout_type = 'screen_only'
 WHERE layout_type NOT IN ('side_by_side', 'picture_in_picture', 'screen_only', 'camera_only');

-- Nothing of the predecessor's is still at work: what it left unfinished has failed and can be retried.
UPDATE jobs
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('status', status)),
       error_message = coalesce(error_message,
         'The job was not finished when the installation was upgraded. It can be retried.'),
       status = 'failed'
 WHERE status NOT IN ('completed', 'failed');
