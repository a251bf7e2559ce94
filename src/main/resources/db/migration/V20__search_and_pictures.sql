-- lint: allow require-concurrent-index-creation an installation is small: an index is built in seconds
-- How the next segment begins, so that a phrase is found which runs across both.
ALTER TABLE transcripts ADD COLUMN following varchar(100);
UPDATE transcripts
   SET following = left(next.text, 100)
  FROM (SELECT id, lead(text) OVER (PARTITION BY job_id ORDER BY start_time, id) AS text
          FROM transcripts) next
 WHERE next.id = transcripts.id AND next.text IS NOT NULL;

-- Words as they are, of whatever language; scripts without spaces by their letters. What follows
-- has another weight, so that it counts for phrases alone. A tsvector holds 1 MB at most.
CREATE INDEX ix_transcripts_search ON transcripts USING gin ((
  setweight(to_tsvector('simple'::regconfig, regexp_replace(left(text, 20000),
    '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g')), 'A')
  || setweight(to_tsvector('simple'::regconfig, regexp_replace(coalesce(following, ''),
    '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])', ' \1 ', 'g')), 'B')));

-- The sound of a lecture as it is drawn: the lowest and the highest level of each bucket, a byte each.
CREATE TABLE waveform (
  job_id varchar(100) NOT NULL,
  bucket_seconds double precision NOT NULL,
  peaks bytea NOT NULL,
  CONSTRAINT waveform_pkey PRIMARY KEY (job_id),
  CONSTRAINT waveform_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE,
  CONSTRAINT waveform_bucket_seconds_range CHECK (bucket_seconds > 0)
);

-- Small pictures of the slides, by the number of the slide.
CREATE TABLE slide_picture (
  job_id varchar(100) NOT NULL,
  number integer NOT NULL,
  s3_key varchar(500) NOT NULL,
  CONSTRAINT slide_picture_pkey PRIMARY KEY (job_id, number),
  CONSTRAINT slide_picture_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs (job_id) ON DELETE CASCADE
);
