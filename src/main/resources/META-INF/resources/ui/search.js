// The search in all lectures, with links to the second at which a match is spoken.

import { search } from './api.js';
import { byId, element, showText } from './dom.js';
import { clock } from './format.js';

const TYPING_MS = 300;

let wanted = '';
let next = null;

export function prepareSearch() {
  let typing = 0;
  byId('find-words').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(begin, TYPING_MS);
  });
  byId('find').addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    begin();
  });
  byId('find-more').addEventListener('click', () => load(wanted, next));
}

function begin() {
  wanted = byId('find-words').value.trim();
  if (wanted) {
    load(wanted, null);
    return;
  }
  byId('found').replaceChildren();
  byId('find-count').textContent = '';
  byId('find-more').hidden = true;
  showText(byId('find-error'), null);
}

async function load(words, cursor) {
  try {
    const page = await search(words, cursor);
    if (words !== wanted) return; // the text has changed meanwhile
    const items = page.hits.map(item);
    if (cursor) byId('found').append(...items);
    else byId('found').replaceChildren(...items);
    next = page.next_cursor;
    byId('find-more').hidden = !next;
    const count = byId('found').children.length;
    byId('find-count').textContent = count ? `${count}${next ? ' and more' : ''} found` : 'Nothing found in your completed lectures. Try other words.';
    showText(byId('find-error'), null);
    if (cursor) items[0]?.querySelector('a').focus({ preventScroll: true });
  } catch (failure) {
    if (words === wanted) showText(byId('find-error'), failure.message);
  }
}

function item(hit) {
  return element(
    'li',
    {},
    element(
      'a',
      { href: `#/jobs/${encodeURIComponent(hit.job_id)}?t=${hit.match_time}` },
      element('time', {}, clock(hit.match_time)),
      element(
        'span',
        {},
        element('span', {}, marked(hit.text, hit.matches)),
        element('span', { class: 'meta' }, `${hit.filename}${hit.clip_id ? ' · in a highlight' : ''}`),
      ),
    ),
  );
}

function marked(text, matches) {
  const parts = [];
  let from = 0;
  for (const { start, end } of matches) {
    parts.push(text.slice(from, start), element('mark', {}, text.slice(start, end)));
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
