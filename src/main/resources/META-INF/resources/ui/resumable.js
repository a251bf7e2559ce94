// An upload in pieces with the tus 1.0 protocol: it can be paused, survives a lost connection, and
// continues after a reload when the same file is chosen again.

import { failure } from './api.js';
import { headers, token } from './token.js';

const UPLOADS = '/api/v1/uploads';

/** Small enough for proxies that limit bodies, large enough to be fast. */
const PIECE_BYTES = 16 * 2 ** 20;

const MAX_WAIT_MS = 30_000;
const MAX_FAILURES = 12;

/** Thrown if the server, or a proxy in between, does not support the protocol. */
export class NotSupported extends Error {}

const storageKey = (file) => `upload:${file.name}:${file.size}:${file.lastModified}`;

/** Whether an upload of this file was started in this tab and has not ended. */
export const isBegun = (file) => sessionStorage.getItem(storageKey(file)) !== null;

const withVersion = (others) => headers({ 'Tus-Resumable': '1.0.0', ...others });

function base64(text) {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/** Sends one request, by XMLHttpRequest because fetch does not report upload progress. Status 0 means no answer. */
function send(method, address, fields, body, watch) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    for (const [name, value] of Object.entries(withVersion(fields))) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.addEventListener('loadend', () => resolve(request));
    watch?.(request);
    request.send(body ?? null);
  });
}

export class ResumableUpload {
  #file;
  #settings;
  #captions;
  #onProgress;
  #request = null;
  #paused = false;
  #stopped = false;
  #wake = () => {};

  /** Takes the settings and captions of a form, which are sent only when the upload starts, not when it resumes. */
  constructor(form, onProgress) {
    this.#file = form.get('file');
    this.#captions = form.get('captions');
    this.#settings = [...form].filter(([, value]) => typeof value === 'string');
    this.#onProgress = onProgress;
  }

  pause() {
    this.#paused = true;
    this.#request?.abort();
  }

  resume() {
    this.#paused = false;
    this.#wake();
  }

  stop() {
    this.#stopped = true;
    this.#request?.abort();
    this.#wake();
  }

  /** Sends the missing bytes; returns the id of the job. */
  async run() {
    const key = storageKey(this.#file);
    let address = sessionStorage.getItem(key);
    let offset = address ? await this.#offset(address, key) : null;
    if (offset === null) {
      address = await this.#begin();
      sessionStorage.setItem(key, address);
      offset = 0;
    }
    await this.#send(address, key, offset);
    sessionStorage.removeItem(key);
    return address.slice(address.lastIndexOf('/') + 1);
  }

  async #begin() {
    const metadata = [['filename', this.#file.name], ...(this.#file.type ? [['filetype', this.#file.type]] : []), ...this.#settings];
    const used = token();
    const answer = await send('POST', UPLOADS, {
      'Upload-Length': this.#file.size,
      'Upload-Metadata': metadata.map(([name, value]) => `${name} ${base64(value)}`).join(','),
    });
    if ([404, 405, 412, 501].includes(answer.status)) throw new NotSupported();
    if (answer.status !== 201) throw failure(answer.status, answer.response, used);
    const address = new URL(answer.getResponseHeader('Location'), location.href).pathname;
    if (this.#captions instanceof File) await this.#sendCaptions(address);
    return address;
  }

  async #sendCaptions(address) {
    const used = token();
    const job = address.slice(address.lastIndexOf('/') + 1);
    const answer = await send('PUT', `/api/v1/upload/${job}/captions`, {}, this.#captions);
    if (answer.status >= 200 && answer.status < 300) return;
    await send('DELETE', address);
    throw failure(answer.status, answer.response, used);
  }

  /** The number of bytes that the server has; null if it no longer knows the upload, undefined if it did not say. */
  async #offset(address, key) {
    const used = token();
    const answer = await send('HEAD', address);
    if (answer.status === 200) return Number(answer.getResponseHeader('Upload-Offset'));
    if (answer.status === 404 || answer.status === 410) {
      sessionStorage.removeItem(key);
      return null;
    }
    if (answer.status === 401) throw failure(answer.status, answer.response, used);
    return undefined;
  }

  async #send(address, key, from) {
    let offset = from;
    let failures = 0;
    for (let done = false; !done; ) {
      await this.#untilResumed(address, key);
      if (offset === undefined) offset = await this.#offset(address, key);
      if (offset === null) throw new Error('The server no longer has this upload. Start it again.');
      const used = token();
      const answer = offset === undefined ? { status: 0 } : await this.#piece(address, offset);
      if (answer.status === 204) {
        offset = Number(answer.getResponseHeader('Upload-Offset'));
        failures = 0;
        done = offset === this.#file.size;
      } else if (this.#paused || this.#stopped) {
        offset = undefined;
      } else if (answer.status === 0 || answer.status === 409 || answer.status === 423 || answer.status >= 500) {
        failures += 1;
        if (failures > MAX_FAILURES) throw failure(answer.status, answer.response, used);
        offset = undefined;
        await this.#wait(Math.min(MAX_WAIT_MS, 500 * 2 ** failures));
      } else {
        if (answer.status !== 401) sessionStorage.removeItem(key);
        throw failure(answer.status, answer.response, used);
      }
    }
  }

  #piece(address, offset) {
    const body = this.#file.slice(offset, offset + PIECE_BYTES);
    const fields = { 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream' };
    return send('PATCH', address, fields, body, (request) => {
      this.#request = request;
      request.upload.addEventListener('progress', (event) => this.#onProgress(offset + event.loaded, this.#file.size));
    });
  }

  /** Returns at once, or when a pause ends; throws if the upload was stopped. */
  async #untilResumed(address, key) {
    while (this.#paused && !this.#stopped) await this.#wait(null);
    if (!this.#stopped) return;
    sessionStorage.removeItem(key);
    // The server may still be busy with the request that was aborted.
    for (let attempt = 0; attempt < 5; attempt++) {
      const answer = await send('DELETE', address);
      if (answer.status !== 423) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error('The upload was cancelled.');
  }

  #wait(milliseconds) {
    return new Promise((resolve) => {
      this.#wake = resolve;
      if (milliseconds !== null) setTimeout(resolve, milliseconds);
    });
  }
}
