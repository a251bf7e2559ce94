-- lint: allow require-concurrent-index-creation an installation is small: an index is built in seconds
-- Whose a job is (null: the admin's, and everyone's where security is off), what its end is called,
-- and what its reader should know although it completed.
ALTER TABLE jobs
  ADD COLUMN owner varchar(255),
  ADD COLUMN error_code varchar(60),
  ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN captions_key varchar(500),
  ADD COLUMN cancel_requested boolean NOT NULL DEFAULT false;
CREATE INDEX ix_jobs_owner_created_at ON jobs (owner, created_at DESC, id DESC);

-- What the analyses know beyond the predecessor's columns.
ALTER TABLE transcripts
  ADD COLUMN words jsonb NOT NULL DEFAULT '[]';
ALTER TABLE layout_analysis
  ADD COLUMN timeline jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN screen_changes jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN frozen boolean NOT NULL DEFAULT false;

-- What U9 had to take away.
UPDATE jobs
   SET owner = extra_metadata #>> '{kept_by_undo_9,owner}',
       error_code = extra_metadata #>> '{kept_by_undo_9,error_code}',
       warnings = coalesce(extra_metadata #> '{kept_by_undo_9,warnings}', '[]'),
       captions_key = extra_metadata #>> '{kept_by_undo_9,captions_key}',
       cancel_requested = coalesce((extra_metadata #>> '{kept_by_undo_9,cancel_requested}')::boolean, false),
       extra_metadata = nullif(extra_metadata - 'kept_by_undo_9', '{}')
 WHERE extra_metadata ? 'kept_by_undo_9';
UPDATE transcripts
   SET words = extra_metadata #> '{kept_by_undo_9,words}',
       extra_metadata = nullif(extra_metadata - 'kept_by_undo_9', '{}')
 WHERE extra_metadata ? 'kept_by_undo_9';
UPDATE layout_analysis
   SET timeline = extra_metadata #> '{kept_by_undo_9,timeline}',
       screen_changes = extra_metadata #> '{kept_by_undo_9,screen_changes}',
       frozen = (extra_metadata #>> '{kept_by_undo_9,frozen}')::boolean,
       extra_metadata = nullif(extra_metadata - 'kept_by_undo_9', '{}')
 WHERE extra_metadata ? 'kept_by_undo_9';
