// The list of lectures.

import { actionButtons } from './actions.js';
import { jobs } from './api.js';
import { byId, element, showText } from './dom.js';
import { clock, day, isFinal, statusWords } from './format.js';

const PAGE = 20;
const REFRESH_MS = 4000;
const TYPING_MS = 250;

let shown = PAGE;
let timer = 0;

export function prepareList() {
  byId('more').addEventListener('click', () => {
    shown += PAGE;
    refresh();
  });
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  let typing = 0;
  for (const kind of ['input', 'change']) {
    byId('filters').addEventListener(kind, () => {
      clearTimeout(typing);
      typing = setTimeout(() => {
        shown = PAGE;
        refresh();
      }, TYPING_MS);
    });
  }
}

const filter = () => ({ q: byId('search').value.trim(), status: byId('status').value });

export function openList() {
  closeList();
  refresh();
}

export function closeList() {
  clearTimeout(timer);
  timer = 0;
}

async function refresh() {
  clearTimeout(timer);
  const mine = (timer = setTimeout(refresh, REFRESH_MS));
  if (document.hidden && byId('jobs').hasChildNodes()) return;
  try {
    const page = await jobs(Math.min(shown, 100), filter());
    if (timer !== mine) return; // the page was left or refreshed sameElement meanwhile
    render(page);
    showText(byId('list-error'), null);
    if (page.jobs.every((job) => isFinal(job.status) || job.status === 'pending')) clearTimeout(timer);
  } catch (failure) {
    showText(byId('list-error'), failure.message);
  }
}

function render(page) {
  const filtered = Object.values(filter()).some(Boolean);
  byId('list-empty').hidden = page.total > 0 || filtered;
  byId('list-none').hidden = page.total > 0 || !filtered;
  byId('more').hidden = page.total <= shown || shown >= 100;
  const list = byId('jobs');
  const focused = document.activeElement;
  const focusKey = list.contains(focused) ? focused.getAttribute('href') ?? focused.id : null;
  list.replaceChildren(...page.jobs.map(row));
  if (!focusKey) return;
  const sameElement = list.querySelector(`a[href="${CSS.escape(focusKey)}"]`) ?? byId(focusKey);
  (sameElement ?? byId('list-title')).focus({ preventScroll: true });
}

function report(sentence, failed) {
  showText(byId('action-error'), failed ? sentence : null);
  byId('list-done').textContent = failed ? '' : sentence;
  if (failed) return;
  // The button that was clicked may no longer exist.
  byId('list-title').focus({ preventScroll: true });
  refresh();
}

function row(job) {
  const percent = job.status === 'running' && job.progress ? ` ${Math.floor(job.progress.percent)} %` : '';
  const length = job.video_duration ? ` · ${clock(job.video_duration)}` : '';
  const picture = job.thumbnail_url
    ? element('img', { class: 'picture', src: job.thumbnail_url, alt: '', loading: 'lazy' })
    : element('span', { class: 'picture' });
  return element(
    'li',
    {},
    element(
      'a',
      { href: `#/jobs/${encodeURIComponent(job.job_id)}` },
      picture,
      element('span', {}, element('strong', {}, job.filename), element('span', { class: 'meta' }, day(job.created_at) + length)),
      element('span', { class: `badge ${job.status}` }, statusWords(job.status) + percent),
    ),
    actionButtons(job, report),
  );
}
