// How far a job is, live.

import { events, job as loadJob } from './api.js';
import { element } from './dom.js';
import { isFinal, wait } from './format.js';

const POLL_MS = 4000;

/** The steps as a lecturer thinks of them; the middle three run side by side. */
const STEPS = [
  ['initializing', 'Reading the recording'],
  ['silence_detection', 'Listening for pauses'],
  ['transcription', 'Reading what is said'],
  ['layout_analysis', 'Looking at slides and camera'],
  ['content_analysis', 'Finding the topics'],
  ['segmentation', 'Choosing the best parts'],
  ['compilation', 'Cutting the clips'],
];

/** A view of the progress: its element, and how to show a new state. */
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
    element('p', { class: 'hint' }, 'You may close this page; the work goes on and the result stays in your list.'),
  );
  let highest = 0;

  function show(status, progress) {
    const reached = STEPS.findIndex(([stage]) => stage === progress?.stage);
    highest = Math.max(highest, progress?.percent ?? 0);
    bar.value = highest;
    const text = STEPS[reached]?.[1] ?? 'Getting ready';
    const said = status === 'queued' ? 'Waiting for its turn…' : `${text}…`;
    if (words.textContent !== said) words.textContent = said; // announced only when it changes
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
 * Follows a job until it ends: server-sent events, or questions now and then where they do not
 * come through. Returns how to stop.
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
      // The next question may be answered.
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
      // A failed job sends an event of that name with data; a broken connection is one without.
      if (event.data) end();
      else if (stream.readyState === EventSource.CLOSED && !stopped && !timer) poll();
    });
  }

  listen();
  return stop;
}
