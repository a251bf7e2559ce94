-- Work on one piece of an ended job, such as one clip rendered anew; attempt is the fence.
CREATE TABLE errand (
  subject varchar(100) NOT NULL,
  job_id varchar(100) NOT NULL,
  kind varchar(50) NOT NULL,
  revision integer NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  crashes integer NOT NULL DEFAULT 0,
  status varchar(20) NOT NULL,
  wanted jsonb NOT NULL,
  worker varchar(200),
  error_code varchar(60),
  error_message text,
  started_at timestamptz,
  ended_at timestamptz,
  CONSTRAINT errand_pkey PRIMARY KEY (subject),
  CONSTRAINT errand_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE,
  CONSTRAINT errand_status_known CHECK (status IN ('ready', 'running', 'done', 'failed'))
);
CREATE INDEX ix_errand_job_id ON errand (job_id);

-- Rises with every change of a clip, for conditional requests.
ALTER TABLE clips ADD COLUMN revision integer NOT NULL DEFAULT 1;
