// Every node of the page is made here. Text becomes text nodes, never markup, so nothing an article says can become an element.

const SVG = 'http://www.w3.org/2000/svg';

/** An element: h('p', { class: 'x', onclick: f }, 'text', node, [more], null). */
export function h(tag, props, ...children) {
  return build(document.createElement(tag), props, children);
}

/** The same for inline SVG. */
export function s(tag, props, ...children) {
  return build(document.createElementNS(SVG, tag), props, children);
}

function build(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The address of a view: route('claims', { speaker: 'Ada' }) → '#/claims?speaker=Ada'. Empty values are left out. */
export function route(path, query = {}) {
  const parameters = new URLSearchParams(Object.entries(query).filter(([, value]) => value));
  const text = parameters.toString();
  return `#/${path.split('/').map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

/** A web address from an article, or null: only http and https may become links. */
export function webAddress(text) {
  if (!text) return null;
  const address = URL.canParse(text) ? new URL(text) : null;
  return address && (address.protocol === 'https:' || address.protocol === 'http:') ? address.href : null;
}

/** Tells screen readers what changed. */
export function announce(text) {
  document.getElementById('live').textContent = text;
}
