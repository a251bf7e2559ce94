DROP INDEX ix_jobs_owner_filename;
DROP INDEX ix_jobs_owner_status_created_at;

-- The version before knows no openings: of each stage the last delivery stays, under its plain name.
DO $$
DECLARE
  lane text;
BEGIN
  FOREACH lane IN ARRAY ARRAY['lane_cpu', 'lane_transcribe', 'lane_llm', 'lane_render'] LOOP
    EXECUTE format($sql$
      DELETE FROM %1$I
       WHERE EXISTS (SELECT FROM stage_run s
                      WHERE s.job_id || '/' || s.stage = split_part(task_instance, '#', 1)
                        AND s.opening::text <> coalesce(nullif(split_part(task_instance, '#', 2), ''), '0'))
      $sql$, lane);
    EXECUTE format($sql$
      UPDATE %1$I SET task_instance = split_part(task_instance, '#', 1) WHERE task_instance LIKE '%%#%%'
      $sql$, lane);
  END LOOP;
END
$$;

ALTER TABLE stage_run
  DROP COLUMN opening,
  ADD COLUMN checkpoint jsonb;
DROP TABLE idempotency_key;
DROP TABLE storage_removal;
