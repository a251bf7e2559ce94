// What a completed lecture gave: clips, topics and transcript.

import { download, save, subRip, transcriptFile } from './api.js';
import { element } from './dom.js';
import { clock } from './format.js';
import { searchableTranscript } from './transcript.js';

/** The sections of the page, in their order. */
export function resultsView(job, results, topics, transcript) {
  const player = lecturePlayer(results.metadata.original_video);
  const seek = (seconds) => {
    player.currentTime = seconds;
    player.play().catch(() => {});
    player.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  return [
    warnings(job.warnings ?? []),
    clips(results.clips),
    element(
      'section',
      { 'aria-labelledby': 'whole' },
      element('h2', { id: 'whole' }, 'The whole lecture'),
      element(
        'div',
        { class: 'lecture' },
        element('div', { class: 'player' }, player),
        element('div', {}, topicList(topics, seek), transcriptSection(job, transcript, seek)),
      ),
    ),
  ].filter(Boolean);
}

function warnings(list) {
  if (list.length === 0) return null;
  return element(
    'div',
    { class: 'notice' },
    element('strong', {}, 'Good to know'),
    element('ul', {}, list.map((warning) => element('li', {}, warning.message))),
  );
}

function clips(list) {
  const title = list.length === 1 ? '1 highlight' : `${list.length} highlights`;
  return element(
    'section',
    { 'aria-labelledby': 'clips' },
    element('h2', { id: 'clips' }, list.length ? title : 'Highlights'),
    list.length
      ? element('ol', { class: 'clips' }, list.map(clipCard))
      : element('p', { class: 'empty' }, 'No part of this lecture makes a clip of the wanted length.'),
  );
}

function clipCard(clip) {
  const video = element(
    'video',
    { controls: true, preload: 'none', playsinline: true, poster: clip.thumbnail_url, 'aria-label': clip.title },
    element('source', { src: clip.url, type: 'video/mp4' }),
    clip.subtitle_url
      ? element('track', { kind: 'captions', label: 'Subtitles', src: clip.subtitle_url, default: true })
      : null,
  );
  video.addEventListener('play', () => pauseOthers(video));
  const links = [element('li', {}, element('a', { href: download(clip.url) }, 'Download video'))];
  if (clip.subtitle_url) {
    links.push(
      element('li', {}, element('a', { href: download(clip.subtitle_url) }, 'Subtitles (VTT)')),
      element('li', {}, element('a', { href: subRip(clip.clip_id), download: true, onclick: save }, 'Subtitles (SRT)')),
    );
  }
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
      element('ul', { class: 'links' }, links),
    ),
  );
}

function lecturePlayer(original) {
  const player = element('video', {
    controls: true,
    preload: 'none',
    playsinline: true,
    src: original.url,
    'aria-label': `The whole lecture, ${original.filename}`,
  });
  player.addEventListener('play', () => pauseOthers(player));
  return player;
}

function pauseOthers(playing) {
  for (const video of document.querySelectorAll('video')) {
    if (video !== playing) video.pause();
  }
}

function topicList(topics, seek) {
  if (topics.length === 0) return null;
  const entry = (topic) =>
    element(
      'li',
      {},
      element(
        'button',
        { type: 'button', onclick: () => seek(topic.start_time) },
        element('time', {}, clock(topic.start_time)),
        element(
          'span',
          {},
          element('span', { class: 'topic' }, topic.topic),
          topic.keywords.length ? element('span', { class: 'meta' }, topic.keywords.slice(0, 6).join(', ')) : null,
        ),
      ),
    );
  return element('div', {}, element('h3', {}, 'Topics'), element('ol', { class: 'moments' }, topics.map(entry)));
}

function transcriptSection(job, transcript, seek) {
  if (transcript.length === 0) return null;
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'split' },
      element('h3', {}, 'Transcript'),
      element('a', { href: transcriptFile(job.job_id), download: true, onclick: save }, 'Download as text'),
    ),
    searchableTranscript(transcript, seek),
  );
}
