-- Without its ledger no unfinished job can go on, in neither direction: it has failed and can be retried.
UPDATE jobs
   SET error_message = coalesce(error_message,
         'The job was not finished when the installation was downgraded. It can be retried.'),
       status = 'failed'
 WHERE status IN ('pending', 'queued', 'running')
   AND EXISTS (SELECT FROM stage_run WHERE stage_run.job_id = jobs.job_id);

DROP TABLE job_event;
DROP TABLE stage_run;
