// The REST contract: every call answers with JSON or throws an error whose message can be shown.

import { askForToken, headers, token } from './token.js';

const ROOT = '/api/v1';

/** What the server said is wrong, else a sentence of ours. */
export function messageOf(status, body) {
  const told = body?.detail ?? body?.error?.message;
  if (typeof told === 'string' && told) return told;
  if (status === 0) return 'The server cannot be reached. Check the connection and try again.';
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

/** The error to show; who is not known is asked for a token besides. */
export function failure(status, body, used) {
  const told = messageOf(status, body);
  if (status === 401) askForToken(told, used);
  return new Error(told);
}

const named = (id) => encodeURIComponent(id);

/** The newest jobs; the filter's members are parameters of the list, empty ones are left out. */
export function jobs(limit, filter) {
  const wanted = Object.entries(filter).filter(([, value]) => value);
  return get(`/jobs?${new URLSearchParams([['limit', limit], ...wanted])}`);
}

export const cancelJob = (id) => call(`/jobs/${named(id)}/cancel`, { method: 'POST' });
export const retryJob = (id) => call(`/jobs/${named(id)}/retry`, { method: 'POST' });
export const deleteJob = (id) => call(`/jobs/${named(id)}`, { method: 'DELETE' });
export const job = (id) => get(`/jobs/${named(id)}`);
export const results = (id) => get(`/results/${named(id)}`);
export const topics = (id) => get(`/jobs/${named(id)}/content-segments`);
export const transcript = (id) => get(`/jobs/${named(id)}/transcripts`);

export const waveform = (id, points) => get(`/jobs/${named(id)}/waveform?points=${points}`);
export const slides = (id) => get(`/jobs/${named(id)}/slides`);

/** Sentences with these words; inflections are those of the reader's language. */
export function search(words, cursor) {
  const wanted = { q: words, limit: 20, language: navigator.language.slice(0, 2).toLowerCase() };
  if (cursor) wanted.cursor = cursor;
  return get(`/search?${new URLSearchParams(wanted)}`);
}

/** The job's progress as it happens; a stream carries no header, so that it gets a token of its own. */
export async function events(id) {
  const address = `${ROOT}/jobs/${named(id)}/events`;
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

export const clips = (jobId) => get(`/jobs/${named(jobId)}/clips`);
export const changeClip = (id, change) => send(`/clips/${named(id)}`, 'PATCH', change);
export const removeClip = (id) => call(`/clips/${named(id)}`, { method: 'DELETE' });
export const runnersUp = (jobId) => get(`/jobs/${named(jobId)}/runners-up`);
export const swap = (jobId, number, place) => send(`/jobs/${named(jobId)}/runners-up/${number}/swap`, 'POST', place);
export const exported = (jobId, name) => `${ROOT}/jobs/${named(jobId)}/${name}`;
export const transcriptFile = (id) => `${ROOT}/results/${named(id)}/export-transcript`;
export const subtitles = (clipId, extension) => `${ROOT}/clips/${named(clipId)}/subtitles.${extension}`;

/** The address under which a browser saves a file instead of playing it. */
export function download(url) {
  const address = new URL(url, location.href);
  address.searchParams.set('download', 'true');
  return address.href;
}

/** For links to files that the token opens: the click on one fetches and saves it. */
export async function save(event) {
  const used = token();
  if (!used) return; // the browser follows the link by itself
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
 * Sends a form as a new job; XMLHttpRequest, since fetch cannot tell how much was sent.
 * Gives the request, to stop it, and the promise of the job.
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
    request.addEventListener('abort', () => reject(new Error('The upload was stopped.')));
    request.send(form);
  });
  return { request, done };
}
