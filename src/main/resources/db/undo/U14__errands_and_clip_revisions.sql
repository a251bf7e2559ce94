-- A clip that was never rendered has no file; without its errand it never gets one.
DELETE FROM clips
 USING errand
 WHERE errand.subject = clips.clip_id
   AND errand.status <> 'done'
   AND clips.s3_key LIKE '%/clips/' || clips.clip_id || '/0/%';
DELETE FROM lane_render WHERE task_name = 'errand';

ALTER TABLE clips DROP COLUMN revision;
DROP TABLE errand;
