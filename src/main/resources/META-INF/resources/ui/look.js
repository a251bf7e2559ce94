// The timeline below a lecture's player: the waveform and the slides, both clickable.

import { slides, waveform } from './api.js';
import { element } from './dom.js';
import { clock } from './format.js';

const POINTS = 1000;

/** Empty at first; parts that are not available, such as the waveform of a lecture without sound, stay empty. */
export function lookView(job, player, seek) {
  const view = element('div', { class: 'look' });
  const sound = element('div', {});
  const pictures = element('div', {});
  view.append(sound, pictures);
  waveform(job.job_id, POINTS)
    .then((found) => sound.replaceChildren(soundStrip(found, player, seek)))
    .catch(() => {});
  slides(job.job_id)
    .then((found) => pictures.replaceChildren(...[slideStrip(found.slides, seek)].filter(Boolean)))
    .catch(() => {});
  return view;
}

/** Only for pointers: keyboard users have the player, the slides and the sentences. */
function soundStrip(found, player, seek) {
  const canvas = element('canvas', { 'aria-hidden': true });
  const head = element('span', { class: 'head' });
  const strip = element('div', { class: 'sound', title: 'Click to play from here' }, canvas, head);
  strip.addEventListener('click', (event) => {
    const box = strip.getBoundingClientRect();
    seek(Math.max(0, ((event.clientX - box.left) / box.width) * found.duration));
  });
  player.addEventListener('timeupdate', () => {
    head.style.left = `${Math.min(100, (100 * player.currentTime) / found.duration)}%`;
  });
  new ResizeObserver(() => draw(canvas, found)).observe(strip);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => draw(canvas, found));
  return strip;
}

/** Scaled so that quiet lectures fill the strip, too. */
function draw(canvas, { lows, highs, points }) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(canvas.clientWidth * ratio);
  canvas.height = Math.round(canvas.clientHeight * ratio);
  const pen = canvas.getContext('2d');
  const loudest = Math.max(0.01, ...highs, ...lows.map((low) => -low));
  const middle = canvas.height / 2;
  pen.fillStyle = getComputedStyle(canvas).color;
  for (let x = 0; x < canvas.width; x += 1) {
    const from = Math.floor((x * points) / canvas.width);
    const to = Math.max(from + 1, Math.floor(((x + 1) * points) / canvas.width));
    const high = (Math.max(...highs.slice(from, to)) / loudest) * middle;
    const low = (Math.min(...lows.slice(from, to)) / loudest) * middle;
    pen.fillRect(x, middle - high, 1, Math.max(1, high - low));
  }
}

/** Each slide once, in its final state with all bullets. */
function slideStrip(list, seek) {
  const whole = [];
  for (const slide of list) {
    if (slide.kind === 'new_slide' || whole.length === 0) whole.push({ ...slide });
    else whole.at(-1).thumbnail_url = slide.thumbnail_url ?? whole.at(-1).thumbnail_url;
  }
  const shown = whole.filter((slide) => slide.thumbnail_url);
  if (shown.length < 2) return null;
  const entry = (slide) =>
    element(
      'li',
      {},
      element(
        'button',
        { type: 'button', onclick: () => seek(slide.start_time) },
        element('img', { src: slide.thumbnail_url, alt: `Slide at ${clock(slide.start_time)}`, loading: 'lazy' }),
        element('time', {}, clock(slide.start_time)),
      ),
    );
  return element('ol', { class: 'slides', 'aria-label': 'Slides' }, shown.map(entry));
}
