// The bearer token, if the server requires one: kept only for this tab, and never part of a URL.

import { byId, showText } from './dom.js';

const KEY = 'token';

export const token = () => sessionStorage.getItem(KEY);

/** Headers for a request, with the token if there is one. */
export function headers(others = {}) {
  return token() ? { ...others, Authorization: `Bearer ${token()}` } : others;
}

/** Shows the field for a token and forgets the refused one, unless there is a newer one by now. */
export function askForToken(why, refused) {
  if (token() !== refused) return;
  sessionStorage.removeItem(KEY);
  if (!byId('sign-in').hidden) return; // screen readers need to announce it only once
  byId('sign-in').hidden = false;
  showText(byId('sign-in-error'), why);
}

/** Calls onToken when the user has entered a new token. */
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
