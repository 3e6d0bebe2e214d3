// Loading, empty and failed: the same everywhere.

import { announce, h } from './dom.js';

/** Fills a region with what a promise brings; shows that it loads, and what went wrong with a way to try again. */
export async function fill(region, signal, work, render) {
  region.setAttribute('aria-busy', 'true');
  region.replaceChildren(loading());
  try {
    const value = await work();
    if (signal.aborted) return;
    region.replaceChildren(...[render(value)].flat(Infinity).filter(Boolean));
  } catch (error) {
    if (signal.aborted || error.name === 'AbortError') return;
    region.replaceChildren(failed(error, () => fill(region, signal, work, render)));
  } finally {
    region.removeAttribute('aria-busy');
  }
}

export function loading() {
  return h('div', { class: 'loading' }, h('span', { class: 'unseen' }, 'Loading'), [1, 2, 3].map(() => h('div', { class: 'bone', 'aria-hidden': 'true' })));
}

/** Why there is nothing, and what to do about it. */
export function empty(title, ...hints) {
  return h('div', { class: 'notice' }, h('p', { class: 'notice-title' }, title), hints.map((hint) => h('p', {}, hint)));
}

export function failed(error, retry) {
  announce(error.message);
  if (!('status' in error)) console.error(error);
  return h('div', { class: 'notice failed', role: 'alert' },
    h('p', { class: 'notice-title' }, error.status === 404 ? 'Not found' : 'That did not work'),
    h('p', {}, error.message),
    retry && h('button', { type: 'button', onclick: retry }, 'Try again'));
}
