-- How many requests each caller has left, by Bucket4j; the time is in milliseconds since 1970.
CREATE TABLE rate_limit (
  bucket text NOT NULL,
  state bytea,
  expires_at bigint,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (bucket)
);
CREATE INDEX ix_rate_limit_expires_at ON rate_limit (expires_at);
