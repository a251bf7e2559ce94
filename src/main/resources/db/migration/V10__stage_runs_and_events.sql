-- The engine's ledger: one row for each stage of a job; attempt is the fence.
CREATE TABLE stage_run (
  job_id varchar(100) NOT NULL,
  stage varchar(50) NOT NULL,
  lane varchar(20) NOT NULL,
  place integer NOT NULL,
  status varchar(20) NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  crashes integer NOT NULL DEFAULT 0,
  deps_left integer NOT NULL,
  weight double precision NOT NULL,
  progress double precision NOT NULL DEFAULT 0,
  checkpoint jsonb,
  manifest jsonb,
  worker varchar(200),
  error_code varchar(60),
  error_message text,
  started_at timestamptz,
  ended_at timestamptz,
  CONSTRAINT stage_run_pkey PRIMARY KEY (job_id, stage),
  CONSTRAINT stage_run_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE,
  CONSTRAINT stage_run_status_known
    CHECK (status IN ('waiting', 'ready', 'running', 'done', 'failed', 'poisoned', 'cancelled')),
  CONSTRAINT stage_run_progress_range CHECK (progress BETWEEN 0 AND 1),
  CONSTRAINT stage_run_deps_left_range CHECK (deps_left >= 0)
);

-- What happened to a job, in order, for the progress stream; the id is the stream's event id.
CREATE TABLE job_event (
  id bigint GENERATED ALWAYS AS IDENTITY,
  job_id varchar(100) NOT NULL,
  type varchar(20) NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT job_event_pkey PRIMARY KEY (id),
  CONSTRAINT job_event_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE
);
CREATE INDEX ix_job_event_job_id ON job_event (job_id, id);
