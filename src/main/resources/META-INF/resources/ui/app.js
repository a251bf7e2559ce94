// Routing: "#/" is the home page, "#/jobs/{id}" a lecture, "#/jobs/{id}?t=61.5" a second of it.

import { byId } from './dom.js';
import { closeJob, openJob } from './job.js';
import { closeList, openList, prepareList } from './list.js';
import { prepareSearch } from './search.js';
import { prepareSignIn } from './token.js';
import { prepareUpload } from './upload.js';

function route(event) {
  const match = /^#\/jobs\/([^/?]+)(?:\?t=(\d+(?:\.\d+)?))?$/.exec(location.hash);
  if (location.hash && !location.hash.startsWith('#/')) return; // a link within the page
  byId('home').hidden = Boolean(match);
  byId('job').hidden = !match;
  if (match) {
    closeList();
    openJob(decodeURIComponent(match[1]), match[2] === undefined ? null : Number(match[2]));
  } else {
    closeJob();
    document.title = 'Lecture Highlights';
    openList();
  }
  if (event) {
    // Keyboard focus and screen readers start at the top of the new page, as after a real
    // navigation.
    window.scrollTo(0, 0);
    byId('main').focus({ preventScroll: true });
  }
}

prepareUpload((job) => {
  if (byId('home').hidden) openList();
  else location.hash = `#/jobs/${encodeURIComponent(job.job_id)}`;
});
prepareList();
prepareSearch();
prepareSignIn(() => route());
window.addEventListener('hashchange', route);
route();
