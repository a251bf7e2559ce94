-- The values stay in extra_metadata, so that a job is its owner's again after the next V9.
UPDATE jobs
   SET extra_metadata = coalesce(extra_metadata, '{}') || jsonb_build_object('kept_by_undo_9',
         jsonb_strip_nulls(jsonb_build_object('owner', owner, 'error_code', error_code,
           'captions_key', captions_key, 'cancel_requested', cancel_requested))
         || jsonb_build_object('warnings', warnings))
 WHERE owner IS NOT NULL OR error_code IS NOT NULL OR captions_key IS NOT NULL
    OR warnings <> '[]' OR cancel_requested;
UPDATE transcripts
   SET extra_metadata = coalesce(extra_metadata, '{}')
         || jsonb_build_object('kept_by_undo_9', jsonb_build_object('words', words))
 WHERE words <> '[]';
UPDATE layout_analysis
   SET extra_metadata = coalesce(extra_metadata, '{}') || jsonb_build_object('kept_by_undo_9',
         jsonb_build_object('timeline', timeline, 'screen_changes', screen_changes, 'frozen', frozen))
 WHERE timeline <> '[]' OR screen_changes <> '[]' OR frozen;

DROP INDEX ix_jobs_owner_created_at;
ALTER TABLE jobs
  DROP COLUMN owner,
  DROP COLUMN error_code,
  DROP COLUMN warnings,
  DROP COLUMN captions_key,
  DROP COLUMN cancel_requested;
ALTER TABLE transcripts
  DROP COLUMN words;
ALTER TABLE layout_analysis
  DROP COLUMN timeline,
  DROP COLUMN screen_changes,
  DROP COLUMN frozen;
