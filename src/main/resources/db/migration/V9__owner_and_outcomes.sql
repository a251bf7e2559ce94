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
