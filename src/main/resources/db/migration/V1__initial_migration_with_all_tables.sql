-- alembic: ce9ec48516b9
-- The schema of an existing installation, to the letter, so that such a database can be adopted;
-- improvements come in later migrations.

create table jobs (
  id serial not null,
  job_id varchar(100) not null,
  filename varchar(255) not null,
  file_size integer not null,
  content_type varchar(100) not null,
  original_s3_key varchar(500) not null,
  video_duration double precision,
  video_metadata json,
  status varchar(20) not null,
  error_message text,
  celery_task_id varchar(100),
  current_stage varchar(50),
  progress_percent double precision,
  progress_message varchar(500),
  eta_seconds integer,
  extra_metadata json,
  created_at timestamp not null,
  updated_at timestamp not null,
  completed_at timestamp,
  primary key (id)
);
create index ix_jobs_celery_task_id on jobs (celery_task_id);
create index ix_jobs_created_at on jobs (created_at);
create index ix_jobs_id on jobs (id);
create unique index ix_jobs_job_id on jobs (job_id);
create index ix_jobs_status on jobs (status);

create table content_segments (
  id serial not null,
  segment_id varchar(100) not null,
  job_id varchar(100) not null,
  start_time double precision not null,
  end_time double precision not null,
  duration double precision not null,
  topic varchar(500) not null,
  description text,
  importance_score double precision not null,
  keywords json,
  concepts json,
  segment_order integer not null,
  created_at timestamp not null,
  primary key (id),
  foreign key (job_id) references jobs (job_id)
);
create index ix_content_segments_id on content_segments (id);
create index ix_content_segments_importance_score on content_segments (importance_score);
create index ix_content_segments_job_id on content_segments (job_id);
create unique index ix_content_segments_segment_id on content_segments (segment_id);
create index ix_content_segments_segment_order on content_segments (segment_order);
create index ix_content_segments_start_time on content_segments (start_time);

create table layout_analysis (
  id serial not null,
  layout_id varchar(100) not null,
  job_id varchar(100) not null,
  screen_region json not null,
  camera_region json not null,
  split_ratio double precision not null,
  layout_type varchar(30) not null,
  confidence_score double precision,
  sample_frame_time double precision,
  created_at timestamp not null,
  primary key (id),
  foreign key (job_id) references jobs (job_id)
);
create index ix_layout_analysis_id on layout_analysis (id);
create unique index ix_layout_analysis_job_id on layout_analysis (job_id);
create unique index ix_layout_analysis_layout_id on layout_analysis (layout_id);

create table processing_logs (
  id serial not null,
  log_id varchar(100) not null,
  job_id varchar(100) not null,
  stage varchar(50) not null,
  agent_name varchar(100),
  status varchar(20) not null,
  duration_seconds double precision,
  error_message text,
  extra_metadata json,
  created_at timestamp not null,
  primary key (id),
  foreign key (job_id) references jobs (job_id)
);
create index ix_processing_logs_created_at on processing_logs (created_at);
create index ix_processing_logs_id on processing_logs (id);
create index ix_processing_logs_job_id on processing_logs (job_id);
create unique index ix_processing_logs_log_id on processing_logs (log_id);
create index ix_processing_logs_stage on processing_logs (stage);

create table silence_regions (
  id serial not null,
  region_id varchar(100) not null,
  job_id varchar(100) not null,
  start_time double precision not null,
  end_time double precision not null,
  duration double precision not null,
  silence_type varchar(20) not null,
  amplitude_threshold double precision,
  created_at timestamp not null,
  primary key (id),
  foreign key (job_id) references jobs (job_id)
);
create index ix_silence_regions_id on silence_regions (id);
create index ix_silence_regions_job_id on silence_regions (job_id);
create unique index ix_silence_regions_region_id on silence_regions (region_id);
create index ix_silence_regions_start_time on silence_regions (start_time);

create table transcripts (
  id serial not null,
  segment_id varchar(100) not null,
  job_id varchar(100) not null,
  start_time double precision not null,
  end_time double precision not null,
  text text not null,
  confidence double precision,
  speaker_id varchar(50),
  created_at timestamp not null,
  primary key (id),
  foreign key (job_id) references jobs (job_id)
);
create index ix_transcripts_id on transcripts (id);
create index ix_transcripts_job_id on transcripts (job_id);
create unique index ix_transcripts_segment_id on transcripts (segment_id);
create index ix_transcripts_start_time on transcripts (start_time);

create table clips (
  id serial not null,
  clip_id varchar(100) not null,
  job_id varchar(100) not null,
  content_segment_id varchar(100),
  title varchar(500) not null,
  topic varchar(500),
  importance_score double precision,
  start_time double precision not null,
  end_time double precision not null,
  duration double precision not null,
  s3_key varchar(500) not null,
  thumbnail_s3_key varchar(500),
  subtitle_s3_key varchar(500),
  clip_order integer,
  extra_metadata json,
  created_at timestamp not null,
  primary key (id),
  foreign key (content_segment_id) references content_segments (segment_id),
  foreign key (job_id) references jobs (job_id)
);
create unique index ix_clips_clip_id on clips (clip_id);
create index ix_clips_clip_order on clips (clip_order);
create index ix_clips_content_segment_id on clips (content_segment_id);
create index ix_clips_id on clips (id);
create index ix_clips_importance_score on clips (importance_score);
create index ix_clips_job_id on clips (job_id);
