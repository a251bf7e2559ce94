// Calls of the REST API: each returns JSON or throws an error whose message can be shown to the
// user.

import { askForToken, headers, token } from './token.js';

const ROOT = '/api/v1';

/** The server's description of the problem, or a generic sentence if there is none. */
export function messageOf(status, body) {
  const message = body?.detail ?? body?.error?.message;
  if (typeof message === 'string' && message) return message;
  if (status === 0) return 'The server cannot be reached. Check your connection and try again.';
  return `The server answered with status ${status}. Try again in a moment.`;
}

async function call(path, options = {}) {
  const used = token();
  let response;
  try {
    response = await fetch(ROOT + path, { ...options, headers: headers({ Accept: 'application/json', ...options.headers }) });
  } catch {
    throw new Error(messageOf(0, null));
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw failure(response.status, body, used);
  return body;
}

const get = (path) => call(path);

/** The error to show; for status 401 it also asks for a token. */
export function failure(status, body, used) {
  const message = messageOf(status, body);
  if (status === 401) askForToken(message, used);
  return new Error(message);
}

const encoded = (id) => encodeURIComponent(id);

/** The newest jobs; the members of `filter` are query parameters, and empty ones are left out. */
export function jobs(limit, filter) {
  const wanted = Object.entries(filter).filter(([, value]) => value);
  return get(`/jobs?${new URLSearchParams([['limit', limit], ...wanted])}`);
}

export const cancelJob = (id) => call(`/jobs/${encoded(id)}/cancel`, { method: 'POST' });
export const retryJob = (id) => call(`/jobs/${encoded(id)}/retry`, { method: 'POST' });
export const deleteJob = (id) => call(`/jobs/${encoded(id)}`, { method: 'DELETE' });
export const job = (id) => get(`/jobs/${encoded(id)}`);
export const results = (id) => get(`/results/${encoded(id)}`);
export const topics = (id) => get(`/jobs/${encoded(id)}/content-segments`);
export const transcript = (id) => get(`/jobs/${encoded(id)}/transcripts`);

export const waveform = (id, points) => get(`/jobs/${encoded(id)}/waveform?points=${points}`);
export const slides = (id) => get(`/jobs/${encoded(id)}/slides`);

/** Sentences with these words, also in other inflections of the browser's language. */
export function search(words, cursor) {
  const wanted = { q: words, limit: 20, language: navigator.language.slice(0, 2).toLowerCase() };
  if (cursor) wanted.cursor = cursor;
  return get(`/search?${new URLSearchParams(wanted)}`);
}

/** The job's progress, live. An EventSource cannot send headers, so it uses a stream token. */
export async function events(id) {
  const address = `${ROOT}/jobs/${encoded(id)}/events`;
  if (!token()) return new EventSource(address);
  const ticket = await call('/stream-tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ job_id: id }),
  });
  return new EventSource(`${address}?token=${encodeURIComponent(ticket.token)}`);
}

const send = (path, method, body) =>
  call(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const clips = (jobId) => get(`/jobs/${encoded(jobId)}/clips`);
export const changeClip = (id, change) => send(`/clips/${encoded(id)}`, 'PATCH', change);
export const removeClip = (id) => call(`/clips/${encoded(id)}`, { method: 'DELETE' });
export const runnersUp = (jobId) => get(`/jobs/${encoded(jobId)}/runners-up`);
export const swap = (jobId, number, place) => send(`/jobs/${encoded(jobId)}/runners-up/${number}/swap`, 'POST', place);
export const exported = (jobId, name) => `${ROOT}/jobs/${encoded(jobId)}/${name}`;
export const transcriptFile = (id) => `${ROOT}/results/${encoded(id)}/export-transcript`;
export const subtitles = (clipId, extension) => `${ROOT}/clips/${encoded(clipId)}/subtitles.${extension}`;

/** The URL with which a browser saves a file instead of playing it. */
export function download(url) {
  const address = new URL(url, location.href);
  address.searchParams.set('download', 'true');
  return address.href;
}

/** Handles clicks on links to files that need the token: fetches the file and saves it. */
export async function save(event) {
  const used = token();
  if (!used) return; // without a token the browser can follow the link itself
  const { href } = event.currentTarget;
  event.preventDefault();
  const response = await fetch(href, { headers: headers() });
  if (!response.ok) {
    failure(response.status, await response.json().catch(() => null), used);
    return;
  }
  const found = /filename="([^"]*)"/.exec(response.headers.get('Content-Disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = found?.[1] ?? 'lecture';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Sends a form as a new job, by XMLHttpRequest because fetch does not report upload progress.
 * Returns the request, so that it can be aborted, and a promise of the job.
 */
export function submit(form, onProgress) {
  const used = token();
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.open('POST', `${ROOT}/jobs`);
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded, event.total));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response);
      else reject(failure(request.status, request.response, used));
    });
    request.addEventListener('error', () => reject(new Error(messageOf(0, null))));
    request.addEventListener('abort', () => reject(new Error('The upload was cancelled.')));
    request.send(form);
  });
  return { request, done };
}
