// The bearer token, where the server wants one: kept for this tab alone, never part of an address.

import { byId, say } from './dom.js';

const KEY = 'token';

export const token = () => sessionStorage.getItem(KEY);

/** Headers for a request, with the token if there is one. */
export function headers(others = {}) {
  return token() ? { ...others, Authorization: `Bearer ${token()}` } : others;
}

/** Shows the field for a token; the refused one is forgotten, unless there is a newer one by now. */
export function askForToken(why, refused) {
  if (token() !== refused) return;
  sessionStorage.removeItem(KEY);
  if (!byId('sign-in').hidden) return; // said once is enough for screen readers
  byId('sign-in').hidden = false;
  say(byId('sign-in-error'), why);
}

/** What to do with a new token is the caller's business. */
export function prepareSignIn(onToken) {
  const form = byId('sign-in');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = byId('token').value.trim();
    if (!given) return;
    sessionStorage.setItem(KEY, given);
    form.reset();
    form.hidden = true;
    onToken();
  });
}
