// The transcript, with a search that shows only matching sentences.

import { element } from './dom.js';
import { clock } from './format.js';

export function searchableTranscript(segments, seek) {
  const lines = segments.map((segment) => line(segment, seek));
  const count = element('p', { class: 'meta', role: 'status' });
  const list = element('ol', { class: 'moments transcript', tabindex: 0, 'aria-label': 'Transcript' }, lines.map((one) => one.item));
  const search = element('input', { type: 'search', id: 'search', placeholder: 'Search the transcript', autocomplete: 'off' });
  let timer = 0;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const found = filter(lines, search.value.trim());
      count.textContent = search.value.trim() ? `${found} of ${lines.length} sentences` : '';
    }, 150);
  });
  return element(
    'div',
    {},
    element('label', { for: 'search', class: 'hint' }, 'Search, or choose a sentence to play it'),
    search,
    count,
    list,
  );
}

function line(segment, seek) {
  const text = element('span', {}, segment.text);
  const item = element(
    'li',
    {},
    element(
      'button',
      { type: 'button', onclick: () => seek(segment.start_time) },
      element('time', {}, clock(segment.start_time)),
      element('span', {}, segment.speaker_id ? element('span', { class: 'speaker' }, `${segment.speaker_id}: `) : null, text),
    ),
  );
  return { item, text, words: segment.text, plain: plain(segment.text) };
}

/** Lower case with the same length as the text, so that positions are the same in both. */
function plain(text) {
  return Array.from(text, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)).join('');
}

/** Shows only matching sentences, with the matches highlighted; returns their number. */
function filter(lines, wanted) {
  const needle = plain(wanted);
  let found = 0;
  for (const { item, text, words, plain: hay } of lines) {
    const matches = hay.includes(needle);
    item.hidden = !matches;
    if (!matches) continue;
    found += 1;
    text.replaceChildren(...(needle ? marked(words, hay, needle) : [words]));
  }
  return found;
}

function marked(words, hay, needle) {
  const parts = [];
  let from = 0;
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, from)) {
    parts.push(words.slice(from, at), element('mark', {}, words.slice(at, at + needle.length)));
    from = at + needle.length;
  }
  parts.push(words.slice(from));
  return parts;
}
