// Builds elements. Every text becomes a text node, so that nothing a file is called can turn into markup.

/** An element with attributes, listeners (names that begin with "on") and children; null ones are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** Shows a text in an element that is hidden while there is none. */
export function say(where, text) {
  where.textContent = text ?? '';
  where.hidden = !text;
}
