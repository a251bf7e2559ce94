// The clips of a lecture, which can be renamed, recut, deleted and swapped with runners-up.

import * as api from './api.js';
import { element, showText } from './dom.js';
import { clock } from './format.js';

const POLL_MILLIS = 2000;

/** Formats of captions; the first one is stored, the others are converted from it on request. */
const CAPTIONS = ['vtt', 'srt'];

/** A section that keeps itself up to date as long as it is on the page. */
export function clipSection(job) {
  const title = element('h2', { id: 'clips' }, 'Highlights');
  const list = element('ol', { class: 'clips' });
  const none = element('p', { class: 'empty', hidden: true }, 'No part of this lecture makes a good clip of the requested length. Upload it again with other lengths.');
  const error = element('p', { class: 'notice bad', role: 'alert', hidden: true });
  const others = element('div', {});
  const section = element(
    'section',
    { 'aria-labelledby': 'clips' },
    element('div', { class: 'split' }, title, downloads(job)),
    error,
    list,
    none,
    others,
  );
  const cards = new Map();
  let offered = null;

  async function refresh() {
    try {
      const [{ clips }, { runners_up: runnersUp }] = await Promise.all([
        api.clips(job.job_id),
        api.runnersUp(job.job_id).catch(() => ({ runners_up: [] })),
      ]);
      show(clips, runnersUp);
      showText(error, null);
      if (clips.some((clip) => clip.status === 'rendering')) later();
    } catch (failure) {
      showText(error, failure.message);
    }
  }

  function later() {
    setTimeout(() => section.isConnected && refresh(), POLL_MILLIS);
  }

  /** Cards of unchanged clips are kept, so that playback and edits in them are not interrupted. */
  function show(clips, runnersUp) {
    title.textContent = clips.length === 1 ? '1 highlight' : clips.length ? `${clips.length} highlights` : 'Highlights';
    none.hidden = clips.length > 0;
    const shown = clips.map((clip) => {
      // URLs may differ between responses.
      const state = JSON.stringify({ ...clip, url: null, thumbnail_url: null, subtitle_url: null });
      if (cards.get(clip.clip_id)?.state !== state) {
        cards.set(clip.clip_id, { state, card: clipCard(clip, refresh) });
      }
      return cards.get(clip.clip_id).card;
    });
    if (shown.length !== list.children.length || shown.some((card, i) => card !== list.children[i])) {
      list.replaceChildren(...shown);
    }
    const choice = JSON.stringify([runnersUp, clips.map((clip) => [clip.clip_id, clip.title])]);
    if (choice !== offered) {
      const open = others.querySelector('details')?.open ?? false;
      others.replaceChildren(...[runnersUpList(job, clips, runnersUp, refresh, open)].filter(Boolean));
      offered = choice;
    }
  }

  refresh();
  return section;
}

function downloads(job) {
  const file = (name, label) =>
    element('li', {}, element('a', { href: api.exported(job.job_id, name), download: true, onclick: api.save }, label));
  return element(
    'details',
    { class: 'menu' },
    element('summary', {}, 'Download'),
    element(
      'ul',
      {},
      file('package', 'Everything (ZIP)'),
      file('cuts.edl', 'Cut list (EDL)'),
      file('cuts.fcpxml', 'Cut list (FCPXML)'),
      ...CAPTIONS.map((extension) => file(`transcript.${extension}`, `Transcript (${extension.toUpperCase()})`)),
      file('transcript.json', 'Transcript (JSON)'),
    ),
  );
}

function clipCard(clip, changed) {
  const video = element(
    'video',
    { controls: true, preload: 'none', playsinline: true, poster: clip.thumbnail_url, 'aria-label': clip.title },
    element('source', { src: clip.url, type: 'video/mp4' }),
    clip.subtitle_url
      ? element('track', { kind: 'captions', label: 'Subtitles', src: clip.subtitle_url, default: true })
      : null,
  );
  video.addEventListener('play', () => pauseOthers(video));
  const links = [element('li', {}, element('a', { href: api.download(clip.url) }, 'Video'))];
  if (clip.subtitle_url) {
    links.push(
      element('li', {}, element('a', { href: api.download(clip.subtitle_url) }, 'VTT')),
      ...CAPTIONS.slice(1).map((extension) =>
        element(
          'li',
          {},
          element(
            'a',
            { href: api.subtitles(clip.clip_id, extension), download: true, onclick: api.save },
            extension.toUpperCase(),
          ),
        ),
      ),
    );
  }
  const form = editForm(clip, changed);
  links.push(
    element(
      'li',
      {},
      element('button', { type: 'button', class: 'plain', onclick: () => { form.hidden = !form.hidden; } }, 'Edit'),
    ),
  );
  return element(
    'li',
    { class: 'card clip' },
    video,
    element(
      'div',
      { class: 'words' },
      element('h3', {}, clip.title),
      clip.topic && clip.topic !== clip.title ? element('p', { class: 'meta' }, clip.topic) : null,
      element(
        'p',
        { class: 'meta' },
        `${clock(clip.duration)} long, from ${clock(clip.start_time)} to ${clock(clip.end_time)} of the lecture`,
      ),
      statusLine(clip),
      form,
      element('ul', { class: 'links' }, links),
    ),
  );
}

function statusLine(clip) {
  if (clip.status === 'rendering') {
    const { title, start_time: start, end_time: end } = clip.pending;
    return element('p', { class: 'badge', role: 'status' }, `Rendering “${title}”, ${clock(start)} to ${clock(end)}`);
  }
  return clip.status === 'failed'
    ? element('p', { class: 'notice bad' }, `Your change could not be rendered. ${clip.error_message ?? ''}`)
    : null;
}

function editForm(clip, changed) {
  const now = clip.pending ?? clip;
  const title = element('input', { type: 'text', maxlength: 200, required: true, value: now.title });
  const start = element('input', { type: 'number', min: 0, step: 'any', required: true, value: now.start_time });
  const end = element('input', { type: 'number', min: 0, step: 'any', required: true, value: now.end_time });
  const error = element('p', { class: 'notice bad', role: 'alert', hidden: true });
  const run = async (action) => {
    showText(error, null);
    try {
      await action();
      await changed();
    } catch (failure) {
      showText(error, failure.message);
    }
  };
  return element(
    'form',
    {
      class: 'edit',
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        const change = {};
        if (title.value.trim() !== now.title) change.title = title.value.trim();
        if (start.valueAsNumber !== now.start_time) change.start_time = start.valueAsNumber;
        if (end.valueAsNumber !== now.end_time) change.end_time = end.valueAsNumber;
        run(() => api.changeClip(clip.clip_id, change));
      },
    },
    element('label', {}, 'Title', title),
    element(
      'div',
      { class: 'fields' },
      element('label', {}, 'Start, in seconds of the lecture', start),
      element('label', {}, 'End, in seconds of the lecture', end),
    ),
    error,
    element(
      'div',
      { class: 'split' },
      element('button', { class: 'primary', type: 'submit' }, 'Save'),
      element(
        'button',
        {
          type: 'button',
          onclick: () => {
            if (confirm(`Delete “${clip.title}” and its files?`)) run(() => api.removeClip(clip.clip_id));
          },
        },
        'Delete clip',
      ),
    ),
  );
}

function runnersUpList(job, clips, runnersUp, changed, open) {
  if (runnersUp.length === 0) return null;
  const error = element('p', { class: 'notice bad', role: 'alert', hidden: true });
  const entry = (one) => {
    const place = element(
      'select',
      { 'aria-label': `Where “${one.title}” goes` },
      element('option', { value: '' }, 'as an additional clip'),
      clips.map((clip) => element('option', { value: clip.clip_id }, `instead of “${clip.title}”`)),
    );
    const take = async () => {
      try {
        await api.swap(job.job_id, one.number, place.value ? { clip_id: place.value } : { append: true });
        await changed();
      } catch (failure) {
        showText(error, failure.message);
      }
    };
    return element(
      'li',
      {},
      element('strong', {}, one.title),
      element('span', { class: 'meta' }, ` ${clock(one.start_time)} to ${clock(one.end_time)}. ${one.reason}`),
      element('div', { class: 'take' }, element('button', { type: 'button', onclick: take }, 'Use this clip'), place),
    );
  };
  return element(
    'details',
    { class: 'others', open },
    element('summary', {}, `Other possible clips (${runnersUp.length})`),
    error,
    element('ul', {}, runnersUp.map(entry)),
  );
}

export function pauseOthers(playing) {
  for (const video of document.querySelectorAll('video')) {
    if (video !== playing) video.pause();
  }
}
