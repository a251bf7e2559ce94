-- lint: allow changing-column-type no program of the predecessor runs beside this one
-- A lecture may be larger than 2 GiB.
ALTER TABLE jobs ALTER COLUMN file_size TYPE bigint;

-- What U2 had to cut off comes back. The text is asked, since not every json can be taken apart.
UPDATE jobs
   SET file_size = coalesce((extra_metadata #>> '{kept_by_undo_2,file_size}')::bigint, file_size),
       extra_metadata = nullif(extra_metadata::jsonb - 'kept_by_undo_2', '{}')::json
 WHERE file_size = 2147483647
   AND extra_metadata::text LIKE '%"kept_by_undo_2"%';
