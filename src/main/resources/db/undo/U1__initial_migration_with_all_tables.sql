-- alembic: ce9ec48516b9
drop table clips;
drop table transcripts;
drop table silence_regions;
drop table processing_logs;
drop table layout_analysis;
drop table content_segments;
drop table jobs;
