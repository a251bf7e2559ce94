// The results of a completed lecture: clips, topics and transcript.

import { save, transcriptFile } from './api.js';
import { clipSection, pauseOthers } from './clips.js';
import { element } from './dom.js';
import { clock } from './format.js';
import { lookView } from './look.js';
import { searchableTranscript } from './transcript.js';

/** Returns the sections of the page, in order, and a function that jumps to a second of the lecture. */
export function resultsView(job, results, topics, transcript) {
  const player = lecturePlayer(results.metadata.original_video);
  const seek = (seconds) => {
    player.currentTime = seconds;
    player.play().catch(() => {});
    player.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  };
  const sections = [
    warnings(job.warnings ?? []),
    clipSection(job),
    element(
      'section',
      { 'aria-labelledby': 'whole' },
      element('h2', { id: 'whole' }, 'The whole lecture'),
      element(
        'div',
        { class: 'lecture' },
        element('div', { class: 'player' }, player, lookView(job, player, seek)),
        element('div', {}, topicList(topics, seek), transcriptSection(job, transcript, seek)),
      ),
    ),
  ].filter(Boolean);
  return { sections, seek };
}

function warnings(list) {
  if (list.length === 0) return null;
  return element(
    'div',
    { class: 'notice' },
    element('strong', {}, 'Please note'),
    element('ul', {}, list.map((warning) => element('li', {}, warning.message))),
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
