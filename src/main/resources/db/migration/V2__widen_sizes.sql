-- A lecture may be larger than 2 GiB.
ALTER TABLE jobs ALTER COLUMN file_size TYPE bigint;
