// The page of one lecture: its progress, and then its results or the reason for its failure.

import * as api from './api.js';
import { byId, element } from './dom.js';
import { clock, day, isFinal, statusWords } from './format.js';
import { follow, progressView } from './progress.js';
import { resultsView } from './results.js';

let stopFollowing = null;
let visit = 0;

export function closeJob() {
  visit += 1;
  stopFollowing?.();
  stopFollowing = null;
}

/** Shows a lecture, playing from the second `at` if it is given. */
export async function openJob(jobId, at) {
  closeJob();
  const page = byId('job');
  page.replaceChildren(back(), element('p', { role: 'status' }, 'Loading…'));
  await load(jobId, page, visit, at);
}

async function load(jobId, page, mine, at = null) {
  try {
    const job = await api.job(jobId);
    if (mine !== visit) return;
    document.title = `${job.filename} – Lecture Highlights`;
    if (job.status === 'completed') await showResults(job, page, mine, at);
    else if (isFinal(job.status) || job.status === 'pending') page.replaceChildren(back(), head(job), ending(job));
    else showProgress(job, page, mine);
  } catch (failure) {
    if (mine === visit) {
      page.replaceChildren(back(), element('p', { class: 'notice bad', role: 'alert' }, failure.message));
    }
  }
}

function showProgress(job, page, mine) {
  const progress = progressView();
  progress.show(job.status, job.progress);
  page.replaceChildren(back(), head(job), progress.view);
  stopFollowing = follow(
    job.job_id,
    (status, state) => progress.show(status ?? job.status, state),
    () => load(job.job_id, page, mine),
  );
}

async function showResults(job, page, mine, at) {
  const [results, topics, transcript] = await Promise.all([
    api.results(job.job_id),
    api.topics(job.job_id).catch(() => ({ segments: [] })),
    api.transcript(job.job_id).catch(() => ({ segments: [] })),
  ]);
  if (mine === visit) {
    const { sections, seek } = resultsView(job, results, topics.segments, transcript.segments);
    page.replaceChildren(back(), head(job), ...sections);
    if (at !== null) seek(at);
  }
}

function back() {
  return element('a', { class: 'back', href: '#/' }, '← All lectures');
}

function head(job) {
  const length = job.video_duration ? ` · ${clock(job.video_duration)} long` : '';
  return element(
    'header',
    {},
    element('h1', {}, job.filename),
    element('p', { class: 'meta' }, `Uploaded ${day(job.created_at)}${length}`),
  );
}

function ending(job) {
  if (job.status === 'pending') {
    return element('p', { class: 'notice' }, 'The upload of this lecture is not complete. Choose the same file on the start page; in the same tab the upload continues.');
  }
  const words = job.status === 'failed' ? 'No clips could be made from this recording.' : 'You can upload the recording again.';
  return element(
    'div',
    { class: job.status === 'failed' ? 'notice bad' : 'notice', role: 'alert' },
    element('p', {}, element('strong', {}, `${statusWords(job.status)}. `), words),
    job.error_message ? element('p', {}, job.error_message) : null,
    job.error_code ? element('p', { class: 'hint' }, `Code for the operator: ${job.error_code}, ${job.job_id}`) : null,
  );
}
