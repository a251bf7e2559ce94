// The live progress of a job.

import { events, job as loadJob } from './api.js';
import { element } from './dom.js';
import { isFinal, wait } from './format.js';

const POLL_MS = 4000;

/** The stages, described for lecturers; the second to fourth run in parallel. */
const STEPS = [
  ['initializing', 'Reading the recording'],
  ['silence_detection', 'Finding pauses'],
  ['transcription', 'Transcribing speech'],
  ['layout_analysis', 'Finding slides and camera'],
  ['content_analysis', 'Finding topics'],
  ['segmentation', 'Selecting the best parts'],
  ['compilation', 'Cutting the clips'],
];

/** Returns the progress element and a function that shows a new state. */
export function progressView() {
  const bar = element('progress', { max: 100, value: 0, 'aria-label': 'Progress' });
  const words = element('p', { role: 'status' });
  const percent = element('p', { class: 'meta' });
  const steps = STEPS.map(([, title]) => element('li', {}, title));
  const view = element(
    'section',
    { class: 'card', 'aria-label': 'Progress' },
    words,
    element('div', { class: 'track' }, bar),
    percent,
    element('ol', { class: 'steps' }, steps),
    element('p', { class: 'hint' }, 'You can close this page. Processing continues, and you will find the result in your list.'),
  );
  let highest = 0;

  function show(status, progress) {
    const reached = STEPS.findIndex(([stage]) => stage === progress?.stage);
    highest = Math.max(highest, progress?.percent ?? 0);
    bar.value = highest;
    const text = STEPS[reached]?.[1] ?? 'Getting ready';
    const sentence = status === 'queued' ? 'Waiting in the queue…' : `${text}…`;
    if (words.textContent !== sentence) words.textContent = sentence; // announced only when it changes
    const left = progress?.eta_seconds;
    percent.textContent = `${Math.floor(highest)} %` + (left ? `, ${wait(left)} left` : '');
    steps.forEach((step, index) => {
      const now = status !== 'queued' && index === reached;
      step.className = now ? 'now' : index < reached ? 'done' : '';
      if (now) step.setAttribute('aria-current', 'step');
      else step.removeAttribute('aria-current');
    });
  }

  return { view, show };
}

/**
 * Follows a job until it ends, by server-sent events, or by polling if these do not get through.
 * Returns a function that stops following.
 */
export function follow(jobId, onProgress, onEnd) {
  let stopped = false;
  let timer = 0;
  let stream = null;

  function end() {
    if (stopped) return;
    stop();
    onEnd();
  }

  function stop() {
    stopped = true;
    stream?.close();
    clearTimeout(timer);
  }

  async function poll() {
    try {
      const job = await loadJob(jobId);
      if (stopped) return;
      if (isFinal(job.status)) return end();
      onProgress(job.status, job.progress);
    } catch {
      // The next poll may succeed.
    }
    if (!stopped) timer = setTimeout(poll, POLL_MS);
  }

  async function listen() {
    try {
      stream = await events(jobId);
    } catch {
      if (!stopped) poll();
      return;
    }
    if (stopped) {
      stream.close();
      return;
    }
    stream.addEventListener('progress', (event) => {
      const progress = JSON.parse(event.data).progress;
      onProgress(progress.percent > 0 ? 'running' : null, progress);
    });
    stream.addEventListener('complete', end);
    stream.addEventListener('cancelled', end);
    stream.addEventListener('error', (event) => {
      // A failed job sends an `error` event with data; a broken connection causes one without data.
      if (event.data) end();
      else if (stream.readyState === EventSource.CLOSED && !stopped && !timer) poll();
    });
  }

  listen();
  return stop;
}
