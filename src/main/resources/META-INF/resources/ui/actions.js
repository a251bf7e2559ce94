// The actions on a lecture in the list: cancel, retry, delete.

import { cancelJob, deleteJob, retryJob } from './api.js';
import { confirmed } from './confirm.js';
import { byId, element } from './dom.js';
import { isFinal } from './format.js';

const STOP = {
  name: 'stop',
  label: 'Cancel',
  done: 'is being cancelled.',
  ask: ['Cancel processing?', 'Its recording is deleted from the server; the entry stays in the list.', 'Cancel processing'],
  run: cancelJob,
};
const RETRY = { name: 'retry', label: 'Try again', done: 'was queued again.', run: retryJob };
const DELETE = {
  name: 'delete',
  label: 'Delete',
  done: 'was deleted.',
  ask: ['Delete this lecture?', 'Its recording, clips and transcript are permanently deleted.', 'Delete'],
  run: deleteJob,
};

function actionsOf(job) {
  if (!isFinal(job.status)) return [STOP, DELETE];
  return job.status === 'failed' ? [RETRY, DELETE] : [DELETE];
}

/** The buttons of a job; afterwards report(sentence, failed) is called. */
export function actionButtons(job, report) {
  return element(
    'div',
    { class: 'row-actions' },
    actionsOf(job).map((action) =>
      element(
        'button',
        {
          type: 'button',
          id: `${action.name}-${job.job_id}`,
          'aria-label': `${action.label}: ${job.filename}`,
          onclick: (event) => act(action, job, event.currentTarget, report),
        },
        action.label,
      ),
    ),
  );
}

async function act(action, job, button, report) {
  if (action.ask && !(await confirmed(action.ask[0], `${job.filename}: ${action.ask[1]}`, action.ask[2]))) {
    // The list may have been rendered again meanwhile.
    byId(button.id)?.focus();
    return;
  }
  button.disabled = true;
  try {
    await action.run(job.job_id);
    report(`${job.filename} ${action.done}`, false);
  } catch (failure) {
    button.disabled = false;
    byId(button.id)?.focus();
    report(failure.message, true);
  }
}
