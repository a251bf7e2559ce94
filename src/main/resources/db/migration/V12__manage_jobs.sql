-- lint: allow require-concurrent-index-creation an installation is small: an index is built in seconds
-- lint: allow ban-drop-column no version ever wrote or read stage_run.checkpoint
-- Jobs whose objects are still to be removed: written with the end of the job, so that a crash in
-- between is made good later. Keys are objects outside of the job's own folder.
CREATE TABLE storage_removal (
  job_id varchar(100) NOT NULL,
  keys jsonb NOT NULL DEFAULT '[]',
  since timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  CONSTRAINT storage_removal_pkey PRIMARY KEY (job_id)
);

-- Requests that may be sent again: which job a caller's key stands for. The job may not exist yet.
CREATE TABLE idempotency_key (
  owner varchar(255) NOT NULL,
  key varchar(255) NOT NULL,
  fingerprint varchar(64) NOT NULL,
  job_id varchar(100) NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (owner, key)
);
CREATE INDEX ix_idempotency_key_job_id ON idempotency_key (job_id);

-- A stage is opened once more when its job is retried; deliveries of an earlier opening are void.
ALTER TABLE stage_run
  ADD COLUMN opening integer NOT NULL DEFAULT 0,
  DROP COLUMN checkpoint;

-- Lists by status and by name are as fast as the plain one.
CREATE INDEX ix_jobs_owner_status_created_at ON jobs (owner, status, created_at DESC, id DESC);
CREATE INDEX ix_jobs_owner_filename ON jobs (owner, filename, id);
