-- What is due, a table for each lane of the engine (db-scheduler); schedulers with different tasks on
-- one table would delete each other's rows.
CREATE TABLE lane_cpu (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  CONSTRAINT lane_cpu_pkey PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ix_lane_cpu_execution_time ON lane_cpu (execution_time);
CREATE INDEX ix_lane_cpu_last_heartbeat ON lane_cpu (last_heartbeat);
CREATE TABLE lane_transcribe (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  CONSTRAINT lane_transcribe_pkey PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ix_lane_transcribe_execution_time ON lane_transcribe (execution_time);
CREATE INDEX ix_lane_transcribe_last_heartbeat ON lane_transcribe (last_heartbeat);
CREATE TABLE lane_llm (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  CONSTRAINT lane_llm_pkey PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ix_lane_llm_execution_time ON lane_llm (execution_time);
CREATE INDEX ix_lane_llm_last_heartbeat ON lane_llm (last_heartbeat);
CREATE TABLE lane_render (
  task_name text NOT NULL,
  task_instance text NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  CONSTRAINT lane_render_pkey PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX ix_lane_render_execution_time ON lane_render (execution_time);
CREATE INDEX ix_lane_render_last_heartbeat ON lane_render (last_heartbeat);
