// The form with which a lecture comes in.

import { submit } from './api.js';
import { byId, say } from './dom.js';
import { bytes, wait } from './format.js';

const VIDEO = /\.(mp4|m4v|mov|avi|mkv|webm)$/i;
const CAPTIONS = /\.(srt|vtt)$/i;

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
  byId('upload-cancel').addEventListener('click', () => running?.abort());
  window.addEventListener('beforeunload', (event) => {
    if (running) event.preventDefault();
  });
}

function showChoice(file) {
  byId('drop').classList.toggle('chosen', Boolean(file));
  byId('file-name').textContent = file ? file.name : 'Choose a recording, or drop it here';
  byId('file-hint').textContent = file ? bytes(file.size) : 'MP4, M4V, MOV, AVI, MKV or WebM, up to 5 GB';
  say(byId('upload-error'), null);
}

/** What is wrong with the form, in words, and where; null if nothing is. */
function mistake(form) {
  const file = byId('file').files[0];
  const captions = byId('captions').files[0];
  if (!file) return ['Choose a recording first.', 'file'];
  if (!VIDEO.test(file.name)) return ['Choose a video file: MP4, M4V, MOV, AVI, MKV or WebM.', 'file'];
  if (file.size === 0) return ['This file is empty. Export the recording again.', 'file'];
  if (captions && !CAPTIONS.test(captions.name)) return ['Captions must be an SRT or WebVTT file.', 'captions'];
  for (const name of ['clip_count', 'clip_min_seconds', 'clip_max_seconds']) {
    const input = form.elements[name];
    if (!input.checkValidity()) {
      return [`${input.labels[0].textContent}: between ${input.min} and ${input.max}.`, name];
    }
  }
  const [shortest, longest] = ['clip_min_seconds', 'clip_max_seconds'].map((name) => Number(form.elements[name].value));
  if (shortest && longest && shortest > longest) {
    return ['The longest clip must not be shorter than the shortest one.', 'clip_max_seconds'];
  }
  return null;
}

async function start(form, onUploaded) {
  const wrong = mistake(form);
  if (wrong) {
    say(byId('upload-error'), wrong[0]);
    const input = byId(wrong[1]);
    input.closest('details')?.setAttribute('open', '');
    input.focus();
    return;
  }
  say(byId('upload-error'), null);
  const upload = submit(content(form), progressOf(performance.now()));
  running = upload.request;
  show(true);
  try {
    const job = await upload.done;
    form.reset();
    showChoice(null);
    onUploaded(job);
  } catch (failure) {
    say(byId('upload-error'), failure.message);
  } finally {
    running = null;
    show(false);
  }
}

/** Only what was filled in. */
function content(form) {
  const filled = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (value instanceof File ? value.size > 0 : value !== '') filled.append(name, value);
  }
  return filled;
}

function progressOf(began) {
  const words = byId('upload-words');
  const bar = byId('upload-progress');
  bar.value = 0;
  words.textContent = 'Uploading…';
  let said = 0;
  return (sent, total) => {
    const now = performance.now();
    bar.value = total ? sent / total : 0;
    if (sent >= total) {
      bar.removeAttribute('value');
      words.textContent = 'Uploaded. Checking the file…';
    } else if (now - said > 2000) {
      // Seldom, since screen readers say it.
      said = now;
      const left = ((now - began) / 1000 / sent) * (total - sent);
      words.textContent = `${bytes(sent)} of ${bytes(total)} uploaded, ${wait(left)} left`;
    }
  };
}

function show(isRunning) {
  byId('upload-start').hidden = isRunning;
  byId('upload-running').hidden = !isRunning;
  for (const input of byId('upload').querySelectorAll('input')) input.disabled = isRunning;
}
