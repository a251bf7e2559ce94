// Builds elements. Every text becomes a text node, so that names of files cannot be interpreted as
// markup.

/** An element with attributes, listeners (names that start with "on") and children; null values are left out. */
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

/** Shows a text in an element, or hides the element if there is no text. */
export function showText(where, text) {
  where.textContent = text ?? '';
  where.hidden = !text;
}
