// Asks before something is done that cannot be undone.

import { byId } from './dom.js';

/** Whether the reader really wants it; Escape and the first button mean no. */
export function confirmed(title, words, yes) {
  const dialog = byId('confirm');
  byId('confirm-title').textContent = title;
  byId('confirm-words').textContent = words;
  byId('confirm-yes').textContent = yes;
  return new Promise((resolve) => {
    byId('confirm-yes').onclick = () => dialog.close('yes');
    byId('confirm-no').onclick = () => dialog.close('no');
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
    dialog.returnValue = '';
    dialog.showModal();
    byId('confirm-no').focus();
  });
}
