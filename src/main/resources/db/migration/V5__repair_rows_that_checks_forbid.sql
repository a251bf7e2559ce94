-- What the predecessor let in, repaired so that V6 can forbid it; the original values are kept in
-- extra_metadata under "repaired", from where U5 takes them.
ALTER TABLE content_segments ADD COLUMN extra_metadata jsonb;
ALTER TABLE silence_regions ADD COLUMN extra_metadata jsonb;
ALTER TABLE transcripts ADD COLUMN extra_metadata jsonb;
ALTER TABLE layout_analysis ADD COLUMN extra_metadata jsonb;

-- Metadata that is no object, or an empty one, is itself an original value.
CREATE FUNCTION pg_temp.kept(metadata jsonb, original jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT CASE
    WHEN jsonb_typeof(metadata) = 'object' AND metadata <> '{}'
      THEN metadata || jsonb_build_object('repaired', coalesce(metadata -> 'repaired', '{}') || original)
    WHEN metadata IS NOT NULL
      THEN jsonb_build_object('repaired', original || jsonb_build_object('extra_metadata', metadata))
    ELSE jsonb_build_object('repaired', original)
  END
$$;

-- JSON of another shape than its reader expects. To the predecessor null was a JSON value too.
UPDATE jobs SET extra_metadata = NULL WHERE extra_metadata = 'null';
UPDATE jobs SET video_metadata = NULL WHERE video_metadata = 'null';
UPDATE clips SET extra_metadata = NULL WHERE extra_metadata = 'null';
UPDATE processing_logs SET extra_metadata = NULL WHERE extra_metadata = 'null';
UPDATE content_segments SET keywords = NULL WHERE keywords = 'null';
UPDATE content_segments SET concepts = NULL WHERE concepts = 'null';
UPDATE jobs SET extra_metadata = pg_temp.kept(extra_metadata, '{}') WHERE jsonb_typeof(extra_metadata) <> 'object';
UPDATE clips SET extra_metadata = pg_temp.kept(extra_metadata, '{}') WHERE jsonb_typeof(extra_metadata) <> 'object';
UPDATE processing_logs
   SET extra_metadata = pg_temp.kept(extra_metadata, '{}')
 WHERE jsonb_typeof(extra_metadata) <> 'object';
UPDATE jobs
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('video_metadata', video_metadata)),
       video_metadata = NULL
 WHERE jsonb_typeof(video_metadata) <> 'object';
UPDATE content_segments
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('keywords', keywords)),
       keywords = NULL
 WHERE jsonb_typeof(keywords) <> 'array' OR keywords @? '$[*] ? (@.type() != "string")';
UPDATE content_segments
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('concepts', concepts)),
       concepts = NULL
 WHERE jsonb_typeof(concepts) <> 'array' OR concepts @? '$[*] ? (@.type() != "string")';
UPDATE layout_analysis
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('screen_region', screen_region)),
       screen_region = '{"x": 0, "y": 0, "width": 0, "height": 0}'
 WHERE NOT coalesce(jsonb_path_match(screen_region, 'strict $.x.type() == "number" && $.y.type() == "number"
         && $.width.type() == "number" && $.height.type() == "number"', silent => true), false);
UPDATE layout_analysis
   SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object('camera_region', camera_region)),
       camera_region = '{"x": 0, "y": 0, "width": 0, "height": 0}'
 WHERE NOT coalesce(jsonb_path_match(camera_region, 'strict $.x.type() == "number" && $.y.type() == "number"
         && $.width.type() == "number" && $.height.type() == "number"', silent => true), false);

-- Fractions from 0 to 1 (scores, confidences) and a percentage: what lies beyond goes to the nearer
-- end, and what is no number to 0. PostgreSQL holds NaN for greater than every number.
DO $$
DECLARE
  field record;
BEGIN
  FOR field IN SELECT * FROM (VALUES
      ('content_segments', 'importance_score', 1), ('clips', 'importance_score', 1),
      ('layout_analysis', 'confidence_score', 1), ('layout_analysis', 'split_ratio', 1),
      ('transcripts', 'confidence', 1), ('jobs', 'progress_percent', 100)
    ) AS fields (home, name, most)
  LOOP
    EXECUTE format($sql$
      UPDATE %1$I
         SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object(%2$L, %2$I::text)),
             %2$I = CASE WHEN %2$I > %3$s AND %2$I <> 'NaN' THEN %3$s ELSE 0 END
       WHERE NOT %2$I BETWEEN 0 AND %3$s$sql$, field.home, field.name, field.most);
  END LOOP;
  -- Measured values that are no measurement: nobody knows them.
  FOR field IN SELECT * FROM (VALUES
      ('jobs', 'video_duration', 0), ('processing_logs', 'duration_seconds', 0),
      ('layout_analysis', 'sample_frame_time', 0), ('silence_regions', 'amplitude_threshold', -1e9)
    ) AS fields (home, name, least)
  LOOP
    EXECUTE format($sql$
      UPDATE %1$I
         SET extra_metadata = pg_temp.kept(extra_metadata, jsonb_build_object(%2$L, %2$I::text)),
             %2$I = NULL
       WHERE NOT %2$I BETWEEN %3$s AND 1e9$sql$, field.home, field.name, field.least);
  END LOOP;
END
$$;

-- Times: a start below zero becomes zero, an end before the start is exchanged with it, an end at the
-- start lies a millisecond later, and times that are no number of seconds become the shortest span.
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
             start_time = CASE WHEN abs(start_time) > 1e9 OR abs(end_time) > 1e9 THEN 0
                               ELSE greatest(0, least(start_time, end_time)) END,
             end_time = CASE WHEN abs(start_time) > 1e9 OR abs(end_time) > 1e9 THEN 0.001
                             WHEN greatest(start_time, end_time) <= greatest(0, least(start_time, end_time))
                               THEN greatest(0, least(start_time, end_time)) + 0.001
                             ELSE greatest(start_time, end_time) END
       WHERE NOT (start_time >= 0 AND end_time > start_time AND end_time <= 1e9)$sql$,
      name, CASE WHEN has_duration THEN ', ''duration'', duration::text' ELSE '' END);
    IF has_duration THEN
      EXECUTE format($sql$
        UPDATE %1$I
           SET extra_metadata = pg_temp.kept(extra_metadata,
                 coalesce(jsonb_build_object('duration', duration::text) || (extra_metadata -> 'repaired'),
                          jsonb_build_object('duration', duration::text))),
               duration = end_time - start_time
         WHERE NOT (duration > 0 AND duration <= 1e9)
            OR extra_metadata -> 'repaired' ? 'start_time'$sql$, name);
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
   SET extra_metadata = pg_temp.kept(extra_metadata,
         jsonb_build_object('status', status, 'error_message', error_message)),
       error_message = coalesce(error_message,
         'The job was not finished when the installation was upgraded. It can be retried.'),
       status = 'failed'
 WHERE status NOT IN ('completed', 'failed');

DROP FUNCTION pg_temp.kept(jsonb, jsonb);
