-- A size beyond 2 GiB is cut off there; V2 finds the true one in extra_metadata.
UPDATE jobs
   SET extra_metadata = (
         CASE WHEN json_typeof(extra_metadata) = 'object' THEN extra_metadata::jsonb ELSE '{}' END
         || jsonb_build_object('kept_by_undo_2', jsonb_build_object('file_size', file_size)))::json,
       file_size = 2147483647
 WHERE file_size > 2147483647;

ALTER TABLE jobs ALTER COLUMN file_size TYPE integer;
