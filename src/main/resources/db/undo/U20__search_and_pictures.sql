DROP TABLE slide_picture;
DROP TABLE waveform;
DROP INDEX ix_transcripts_search;
ALTER TABLE transcripts DROP COLUMN following;
