// What can be done with a lecture in the list: stop, try again, delete.

import { cancelJob, deleteJob, retryJob } from './api.js';
import { confirmed } from './confirm.js';
import { byId, element } from './dom.js';
import { isFinal } from './format.js';

const STOP = {
  name: 'stop',
  label: 'Stop',
  done: 'is being stopped.',
  ask: ['Stop this lecture?', 'Its recording is removed from the server; the entry stays in the list.', 'Stop'],
  run: cancelJob,
};
const RETRY = { name: 'retry', label: 'Try again', done: 'is in the queue again.', run: retryJob };
const DELETE = {
  name: 'delete',
  label: 'Delete',
  done: 'was deleted.',
  ask: ['Delete this lecture?', 'Its recording, clips and transcript are removed for good.', 'Delete'],
  run: deleteJob,
};

function actionsOf(job) {
  if (!isFinal(job.status)) return [STOP, DELETE];
  return job.status === 'failed' ? [RETRY, DELETE] : [DELETE];
}

/** The buttons of a job; afterwards told(sentence, failed) is called. */
export function actionButtons(job, told) {
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
          onclick: (event) => act(action, job, event.currentTarget, told),
        },
        action.label,
      ),
    ),
  );
}

async function act(action, job, button, told) {
  if (action.ask && !(await confirmed(action.ask[0], `${job.filename}: ${action.ask[1]}`, action.ask[2]))) {
    // The list may have been drawn anew meanwhile.
    byId(button.id)?.focus();
    return;
  }
  button.disabled = true;
  try {
    await action.run(job.job_id);
    told(`${job.filename} ${action.done}`, false);
  } catch (failure) {
    button.disabled = false;
    byId(button.id)?.focus();
    told(failure.message, true);
  }
}
