-- What the entities do not say: defaults, constraints, indexes and the engine's tables. The entities and
-- this file make the schema that the migrations must lead to (`db check`); change it first, then let
-- `db revision --autogenerate` write the migration. Names of its own are spelt as in the migrations.

-- Defaults
ALTER TABLE jobs
  ALTER COLUMN warnings SET DEFAULT '[]',
  ALTER COLUMN cancel_requested SET DEFAULT false;
ALTER TABLE transcripts
  ALTER COLUMN words SET DEFAULT '[]';
ALTER TABLE layout_analysis
  ALTER COLUMN timeline SET DEFAULT '[]',
  ALTER COLUMN screen_changes SET DEFAULT '[]',
  ALTER COLUMN frozen SET DEFAULT false;
ALTER TABLE stage_run
  ALTER COLUMN attempt SET DEFAULT 0,
  ALTER COLUMN failures SET DEFAULT 0,
  ALTER COLUMN crashes SET DEFAULT 0,
  ALTER COLUMN progress SET DEFAULT 0,
  ALTER COLUMN opening SET DEFAULT 0;
ALTER TABLE storage_removal
  ALTER COLUMN keys SET DEFAULT '[]';

-- States, times and scores
ALTER TABLE jobs
  ADD CONSTRAINT jobs_status_known
    CHECK (status IN ('pending', 'queued', 'running', 'completed', 'failed', 'cancelled')),
  ADD CONSTRAINT jobs_progress_percent_range CHECK (progress_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT jobs_video_duration_range CHECK (video_duration >= 0 AND video_duration < 'Infinity');
ALTER TABLE content_segments
  ADD CONSTRAINT content_segments_times
    CHECK (start_time >= 0 AND end_time > start_time AND end_time < 'Infinity'
      AND duration > 0 AND duration < 'Infinity'),
  ADD CONSTRAINT content_segments_importance_score_range CHECK (importance_score BETWEEN 0 AND 1);
ALTER TABLE silence_regions
  ADD CONSTRAINT silence_regions_times
    CHECK (start_time >= 0 AND end_time > start_time AND end_time < 'Infinity'
      AND duration > 0 AND duration < 'Infinity'),
  ADD CONSTRAINT silence_regions_silence_type_known
    CHECK (silence_type IN ('audio_silence', 'blank_screen', 'both'));
ALTER TABLE transcripts
  ADD CONSTRAINT transcripts_times
    CHECK (start_time >= 0 AND end_time > start_time AND end_time < 'Infinity'),
  ADD CONSTRAINT transcripts_confidence_range CHECK (confidence BETWEEN 0 AND 1);
ALTER TABLE layout_analysis
  ADD CONSTRAINT layout_analysis_layout_type_known
    CHECK (layout_type IN ('side_by_side', 'picture_in_picture', 'screen_only', 'camera_only')),
  ADD CONSTRAINT layout_analysis_scores
    CHECK (split_ratio BETWEEN 0 AND 1 AND confidence_score BETWEEN 0 AND 1);
ALTER TABLE clips
  ADD CONSTRAINT clips_times
    CHECK (start_time >= 0 AND end_time > start_time AND end_time < 'Infinity'
      AND duration > 0 AND duration < 'Infinity'),
  ADD CONSTRAINT clips_importance_score_range CHECK (importance_score BETWEEN 0 AND 1);
ALTER TABLE stage_run
  ADD CONSTRAINT stage_run_status_known
    CHECK (status IN ('waiting', 'ready', 'running', 'done', 'failed', 'poisoned', 'cancelled')),
  ADD CONSTRAINT stage_run_progress_range CHECK (progress BETWEEN 0 AND 1),
  ADD CONSTRAINT stage_run_deps_left_range CHECK (deps_left >= 0);

-- Keys; Hibernate orders the columns of a primary key by name, which serves no query of one job
ALTER TABLE stage_run
  DROP CONSTRAINT stage_run_pkey,
  ADD CONSTRAINT stage_run_pkey PRIMARY KEY (job_id, stage);
ALTER TABLE idempotency_key
  DROP CONSTRAINT idempotency_key_pkey,
  ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (owner, key);
ALTER TABLE clips ADD CONSTRAINT clips_job_id_clip_order_key UNIQUE (job_id, clip_order);
ALTER TABLE content_segments
  ADD CONSTRAINT content_segments_job_id_segment_order_key UNIQUE (job_id, segment_order);
CREATE UNIQUE INDEX ix_jobs_job_id ON jobs (job_id);
CREATE UNIQUE INDEX ix_content_segments_segment_id ON content_segments (segment_id);
CREATE UNIQUE INDEX ix_layout_analysis_job_id ON layout_analysis (job_id);
CREATE UNIQUE INDEX ix_layout_analysis_layout_id ON layout_analysis (layout_id);
CREATE UNIQUE INDEX ix_processing_logs_log_id ON processing_logs (log_id);
CREATE UNIQUE INDEX ix_silence_regions_region_id ON silence_regions (region_id);
CREATE UNIQUE INDEX ix_transcripts_segment_id ON transcripts (segment_id);
CREATE UNIQUE INDEX ix_clips_clip_id ON clips (clip_id);

-- References: a job takes its results with it; a clip outlives the topic that it was cut from
ALTER TABLE content_segments
  ADD CONSTRAINT content_segments_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE layout_analysis
  ADD CONSTRAINT layout_analysis_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE processing_logs
  ADD CONSTRAINT processing_logs_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE silence_regions
  ADD CONSTRAINT silence_regions_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE transcripts
  ADD CONSTRAINT transcripts_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE clips
  ADD CONSTRAINT clips_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE stage_run
  ADD CONSTRAINT stage_run_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE job_event
  ADD CONSTRAINT job_event_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE clips
  ADD CONSTRAINT clips_content_segment_id_fkey
    FOREIGN KEY (content_segment_id) REFERENCES content_segments (segment_id) ON DELETE SET NULL;

-- Indexes
CREATE INDEX ix_jobs_celery_task_id ON jobs (celery_task_id);
CREATE INDEX ix_jobs_created_at ON jobs (created_at);
CREATE INDEX ix_jobs_id ON jobs (id);
CREATE INDEX ix_jobs_status ON jobs (status);
CREATE INDEX ix_content_segments_id ON content_segments (id);
CREATE INDEX ix_content_segments_importance_score ON content_segments (importance_score);
CREATE INDEX ix_content_segments_job_id ON content_segments (job_id);
CREATE INDEX ix_content_segments_segment_order ON content_segments (segment_order);
CREATE INDEX ix_content_segments_start_time ON content_segments (start_time);
CREATE INDEX ix_layout_analysis_id ON layout_analysis (id);
CREATE INDEX ix_processing_logs_created_at ON processing_logs (created_at);
CREATE INDEX ix_processing_logs_id ON processing_logs (id);
CREATE INDEX ix_processing_logs_job_id ON processing_logs (job_id);
CREATE INDEX ix_processing_logs_stage ON processing_logs (stage);
CREATE INDEX ix_silence_regions_id ON silence_regions (id);
CREATE INDEX ix_silence_regions_job_id ON silence_regions (job_id);
CREATE INDEX ix_silence_regions_start_time ON silence_regions (start_time);
CREATE INDEX ix_transcripts_id ON transcripts (id);
CREATE INDEX ix_transcripts_job_id ON transcripts (job_id);
CREATE INDEX ix_transcripts_start_time ON transcripts (start_time);
CREATE INDEX ix_clips_clip_order ON clips (clip_order);
CREATE INDEX ix_clips_content_segment_id ON clips (content_segment_id);
CREATE INDEX ix_clips_id ON clips (id);
CREATE INDEX ix_clips_importance_score ON clips (importance_score);
CREATE INDEX ix_clips_job_id ON clips (job_id);
CREATE INDEX ix_jobs_owner_created_at ON jobs (owner, created_at DESC, id DESC);
CREATE INDEX ix_jobs_owner_status_created_at ON jobs (owner, status, created_at DESC, id DESC);
CREATE INDEX ix_jobs_owner_filename ON jobs (owner, filename, id);
CREATE INDEX ix_idempotency_key_job_id ON idempotency_key (job_id);
CREATE INDEX ix_job_event_job_id ON job_event (job_id, id);

-- The engine's lanes (db-scheduler)
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

ALTER TABLE clips ALTER COLUMN revision SET DEFAULT 1;
ALTER TABLE errand
  ALTER COLUMN attempt SET DEFAULT 0,
  ALTER COLUMN failures SET DEFAULT 0,
  ALTER COLUMN crashes SET DEFAULT 0,
  ADD CONSTRAINT errand_status_known CHECK (status IN ('ready', 'running', 'done', 'failed')),
  ADD CONSTRAINT errand_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
CREATE INDEX ix_errand_job_id ON errand (job_id);
ALTER TABLE runner_up
  DROP CONSTRAINT runner_up_pkey,
  ADD CONSTRAINT runner_up_pkey PRIMARY KEY (job_id, number),
  ADD CONSTRAINT runner_up_times_in_order CHECK (start_time >= 0 AND end_time >= start_time),
  ADD CONSTRAINT runner_up_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;

ALTER TABLE webhook_delivery
  ALTER COLUMN attempts SET DEFAULT 0,
  ADD CONSTRAINT webhook_delivery_webhook_id_fkey
    FOREIGN KEY (webhook_id) REFERENCES webhook (webhook_id) ON DELETE CASCADE,
  ADD CONSTRAINT webhook_delivery_status_known CHECK (status IN ('pending', 'delivered', 'given_up')),
  ADD CONSTRAINT webhook_delivery_attempts_range CHECK (attempts >= 0);
CREATE INDEX ix_webhook_owner ON webhook (owner);
CREATE INDEX ix_webhook_delivery_webhook_id ON webhook_delivery (webhook_id, created_at);
CREATE INDEX ix_webhook_delivery_due_at ON webhook_delivery (due_at) WHERE status = 'pending';

-- Counts of requests (Bucket4j)
CREATE TABLE rate_limit (
  bucket text NOT NULL,
  state bytea,
  expires_at bigint,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (bucket)
);
CREATE INDEX ix_rate_limit_expires_at ON rate_limit (expires_at);

CREATE INDEX ix_transcripts_search ON transcripts USING gin ((
  setweight(to_tsvector('simple'::regconfig, regexp_replace(left(text, 20000),
    '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g')), 'A')
  || setweight(to_tsvector('simple'::regconfig, regexp_replace(coalesce(following, ''),
    '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g')), 'B')));
ALTER TABLE waveform
  ADD CONSTRAINT waveform_bucket_seconds_range CHECK (bucket_seconds > 0),
  ADD CONSTRAINT waveform_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
ALTER TABLE slide_picture
  DROP CONSTRAINT slide_picture_pkey,
  ADD CONSTRAINT slide_picture_pkey PRIMARY KEY (job_id, number),
  ADD CONSTRAINT slide_picture_job_id_fkey
    FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE;
