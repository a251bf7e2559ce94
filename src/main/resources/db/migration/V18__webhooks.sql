-- Addresses that owners want to be told at when their jobs end.
CREATE TABLE webhook (
  webhook_id varchar(100) NOT NULL,
  owner varchar(255),
  url varchar(2000) NOT NULL,
  secret varchar(100) NOT NULL,
  events jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT webhook_pkey PRIMARY KEY (webhook_id)
);
CREATE INDEX ix_webhook_owner ON webhook (owner);

-- What is to be told, written in the transaction that ends the job; no key to jobs, since a deleted
-- job's end is told all the same.
CREATE TABLE webhook_delivery (
  delivery_id varchar(100) NOT NULL,
  webhook_id varchar(100) NOT NULL,
  job_id varchar(100) NOT NULL,
  event varchar(40) NOT NULL,
  body text NOT NULL,
  status varchar(20) NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  response_status integer,
  error varchar(500),
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (delivery_id),
  CONSTRAINT webhook_delivery_webhook_id_fkey
    FOREIGN KEY (webhook_id) REFERENCES webhook (webhook_id) ON DELETE CASCADE,
  CONSTRAINT webhook_delivery_status_known CHECK (status IN ('pending', 'delivered', 'given_up')),
  CONSTRAINT webhook_delivery_attempts_range CHECK (attempts >= 0)
);
CREATE INDEX ix_webhook_delivery_webhook_id ON webhook_delivery (webhook_id, created_at);
CREATE INDEX ix_webhook_delivery_due_at ON webhook_delivery (due_at) WHERE status = 'pending';
