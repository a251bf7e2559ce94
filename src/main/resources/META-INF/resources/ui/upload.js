// The upload form.

import { job, submit } from './api.js';
import { byId, showText } from './dom.js';
import { bytes, wait } from './format.js';
import { NotSupported, ResumableUpload, isBegun } from './resumable.js';

const VIDEO = /\.(mp4|m4v|mov|avi|mkv|webm)$/i;
const CAPTIONS = /\.(srt|vtt|sbv|ttml|dfxp|xml)$/i;

/** The current upload: a resumable one that can be paused and stopped, or a request that can only be aborted. */
let running = null;

export function prepareUpload(onUploaded) {
  const form = byId('upload');
  const file = byId('file');
  const drop = byId('drop');

  file.addEventListener('change', () => showChoice(file.files[0]));
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer.files.length > 0) {
      file.files = event.dataTransfer.files;
      showChoice(file.files[0]);
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    start(form, onUploaded);
  });
  byId('upload-cancel').addEventListener('click', () => (running?.stop ? running.stop() : running?.abort()));
  byId('upload-pause').addEventListener('click', pauseOrResume);
  window.addEventListener('beforeunload', (event) => {
    if (running) event.preventDefault();
  });
}

function showChoice(file) {
  byId('drop').classList.toggle('chosen', Boolean(file));
  byId('file-name').textContent = file ? file.name : 'Choose a recording, or drop it here';
  byId('file-hint').textContent = file ? hint(file) : 'MP4, M4V, MOV, AVI, MKV or WebM, up to 5 GB';
  showText(byId('upload-error'), null);
}

function hint(file) {
  return isBegun(file) ? `${bytes(file.size)}; the upload will continue where it stopped` : bytes(file.size);
}

function pauseOrResume() {
  const button = byId('upload-pause');
  const pause = button.textContent === 'Pause';
  if (pause) running?.pause();
  else running?.resume();
  button.textContent = pause ? 'Resume' : 'Pause';
  if (pause) byId('upload-words').textContent = 'Paused. Choose Resume to continue.';
}

/** The first error in the form as [message, id of the input]; null if there is none. */
function findError(form) {
  const file = byId('file').files[0];
  const captions = byId('captions').files[0];
  if (!file) return ['Choose a recording first.', 'file'];
  if (!VIDEO.test(file.name)) return ['Choose a video file: MP4, M4V, MOV, AVI, MKV or WebM.', 'file'];
  if (file.size === 0) return ['This file is empty. Export the recording again.', 'file'];
  if (captions && !CAPTIONS.test(captions.name)) return ['Captions must be an SRT or WebVTT file.', 'captions'];
  for (const input of form.querySelectorAll('input[type=number]')) {
    if (!input.checkValidity()) {
      return [`${input.labels[0].textContent}: enter a number from ${input.min} to ${input.max}.`, input.id];
    }
  }
  const [shortest, longest] = ['clip_min_seconds', 'clip_max_seconds'].map((name) => Number(form.elements[name].value));
  if (shortest && longest && shortest > longest) {
    return ['The maximum length must not be less than the minimum length.', 'clip_max_seconds'];
  }
  return null;
}

async function start(form, onUploaded) {
  const error = findError(form);
  if (error) {
    showText(byId('upload-error'), error[0]);
    const input = byId(error[1]);
    input.closest('details')?.setAttribute('open', '');
    input.focus();
    return;
  }
  showText(byId('upload-error'), null);
  const filled = content(form);
  const onProgress = progressOf();
  running = new ResumableUpload(filled, onProgress);
  show(true);
  try {
    const uploaded = await send(filled, onProgress);
    form.reset();
    showChoice(null);
    onUploaded(uploaded);
  } catch (failure) {
    showText(byId('upload-error'), failure.message);
  } finally {
    running = null;
    show(false);
  }
}

/** Uploads in pieces if the server supports it, otherwise in one request. */
async function send(filled, onProgress) {
  try {
    return await job(await running.run());
  } catch (failure) {
    if (!(failure instanceof NotSupported)) throw failure;
  }
  const upload = submit(filled, onProgress);
  running = upload.request;
  byId('upload-pause').hidden = true;
  return upload.done;
}

/** The form's data without empty fields. */
function content(form) {
  const filled = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (value instanceof File ? value.size > 0 : value !== '') filled.append(name, value);
  }
  return filled;
}

function progressOf() {
  const words = byId('upload-words');
  const bar = byId('upload-progress');
  bar.value = 0;
  words.textContent = 'Uploading…';
  let lastUpdate = 0;
  let begin = null;
  return (sent, total) => {
    const now = performance.now();
    // Bytes sent in an earlier visit do not count for the current speed.
    begin ??= { at: now, sent };
    bar.value = total ? sent / total : 0;
    if (sent >= total) {
      bar.removeAttribute('value');
      words.textContent = 'Uploaded. Checking the file…';
    } else if (now - lastUpdate > 2000) {
      // Not more often, because screen readers announce each change.
      lastUpdate = now;
      const speed = (sent - begin.sent) / ((now - begin.at) / 1000);
      const left = speed > 0 ? `, ${wait((total - sent) / speed)} left` : '';
      words.textContent = `${bytes(sent)} of ${bytes(total)} uploaded${left}`;
    }
  };
}

function show(isRunning) {
  byId('upload-start').hidden = isRunning;
  byId('upload-running').hidden = !isRunning;
  byId('upload-pause').hidden = false;
  byId('upload-pause').textContent = 'Pause';
  for (const input of byId('upload').querySelectorAll('input')) input.disabled = isRunning;
}
