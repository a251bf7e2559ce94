// The REST contract: every call answers with JSON or throws an error whose message can be shown.

const ROOT = '/api/v1';

/** What the server said is wrong, else a sentence of ours. */
export function messageOf(status, body) {
  const told = body?.detail ?? body?.error?.message;
  if (typeof told === 'string' && told) return told;
  if (status === 0) return 'The server cannot be reached. Check the connection and try again.';
  return `The server answered with status ${status}. Try again in a moment.`;
}

async function get(path) {
  let response;
  try {
    response = await fetch(ROOT + path, { headers: { Accept: 'application/json' } });
  } catch {
    throw new Error(messageOf(0, null));
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Error(messageOf(response.status, body));
  return body;
}

const named = (id) => encodeURIComponent(id);

export const jobs = (limit, offset) => get(`/jobs?limit=${limit}&offset=${offset}`);
export const job = (id) => get(`/jobs/${named(id)}`);
export const results = (id) => get(`/results/${named(id)}`);
export const topics = (id) => get(`/jobs/${named(id)}/content-segments`);
export const transcript = (id) => get(`/jobs/${named(id)}/transcripts`);
export const events = (id) => new EventSource(`${ROOT}/jobs/${named(id)}/events`);
export const transcriptFile = (id) => `${ROOT}/results/${named(id)}/export-transcript`;
export const subRip = (clipId) => `${ROOT}/clips/${named(clipId)}/subtitles.srt`;

/** The address under which a browser saves a file instead of playing it. */
export function download(url) {
  const address = new URL(url, location.href);
  address.searchParams.set('download', 'true');
  return address.href;
}

/**
 * Sends a form as a new job; XMLHttpRequest, since fetch cannot tell how much was sent.
 * Gives the request, to stop it, and the promise of the job.
 */
export function submit(form, onProgress) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.open('POST', `${ROOT}/jobs`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded, event.total));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(request.response);
      else reject(new Error(messageOf(request.status, request.response)));
    });
    request.addEventListener('error', () => reject(new Error(messageOf(0, null))));
    request.addEventListener('abort', () => reject(new Error('The upload was stopped.')));
    request.send(form);
  });
  return { request, done };
}
