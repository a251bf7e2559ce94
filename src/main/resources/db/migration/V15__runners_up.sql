-- Clips that would have come next, with the reason why they were not chosen.
CREATE TABLE runner_up (
  job_id varchar(100) NOT NULL,
  number integer NOT NULL,
  title varchar(500) NOT NULL,
  topic varchar(500),
  content_segment_id varchar(100),
  importance_score double precision,
  start_time double precision NOT NULL,
  end_time double precision NOT NULL,
  duration double precision NOT NULL,
  reason varchar(500) NOT NULL,
  extra_metadata jsonb NOT NULL,
  CONSTRAINT runner_up_pkey PRIMARY KEY (job_id, number),
  CONSTRAINT runner_up_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE,
  CONSTRAINT runner_up_times_in_order CHECK (start_time >= 0 AND end_time >= start_time)
);
