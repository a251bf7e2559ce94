-- lint: allow changing-column-type no program of the predecessor runs beside this one
-- jsonb can be indexed and compared; json cannot. It can hold neither the character U+0000 nor half a
-- surrogate pair, which json lets pass as escapes: the replacement character stands for them.
CREATE FUNCTION pg_temp.as_jsonb(value json) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN value::jsonb;
EXCEPTION WHEN untranslatable_character OR invalid_text_representation THEN
  RETURN regexp_replace(regexp_replace(regexp_replace(value::text,
    '(?<!\\)((?:\\\\)*)\\u0000', '\1\\ufffd', 'g'),
    '(?<!\\)((?:\\\\)*)\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})', '\1\\ufffd', 'g'),
    '(?<!\\u[dD][89abAB][0-9a-fA-F]{2})(?<!\\)((?:\\\\)*)\\u[dD][c-fC-F][0-9a-fA-F]{2}', '\1\\ufffd', 'g')::jsonb;
END
$$;

ALTER TABLE jobs
  ALTER COLUMN video_metadata TYPE jsonb USING pg_temp.as_jsonb(video_metadata),
  ALTER COLUMN extra_metadata TYPE jsonb USING pg_temp.as_jsonb(extra_metadata);
ALTER TABLE content_segments
  ALTER COLUMN keywords TYPE jsonb USING pg_temp.as_jsonb(keywords),
  ALTER COLUMN concepts TYPE jsonb USING pg_temp.as_jsonb(concepts);
ALTER TABLE layout_analysis
  ALTER COLUMN screen_region TYPE jsonb USING pg_temp.as_jsonb(screen_region),
  ALTER COLUMN camera_region TYPE jsonb USING pg_temp.as_jsonb(camera_region);
ALTER TABLE processing_logs
  ALTER COLUMN extra_metadata TYPE jsonb USING pg_temp.as_jsonb(extra_metadata);
ALTER TABLE clips
  ALTER COLUMN extra_metadata TYPE jsonb USING pg_temp.as_jsonb(extra_metadata);

DROP FUNCTION pg_temp.as_jsonb(json);
