// What the host has given up on, and a way to have it tried again.

import { h, route } from './dom.js';
import { again } from './retry.js';
import { moment, plural } from './words.js';

const TITLE = 'Given up';
const READING = 'webjobs-blobtrigger-poison';

/** `failed` are the failed files of the status, which know the reasons. */
export function poison({ depth, items }, failed, refresh) {
  return h('section', { class: 'panel' },
    h('div', { class: 'titled' }, h('h2', {}, TITLE),
      h('div', {}, again('poison/retry', plural(depth, 'message'), refresh, { text: 'Try all again', needs: 'To try all again takes the master key.' }))),
    items.length < depth && h('p', { class: 'muted' }, `The oldest ${items.length} of ${depth}.`),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': TITLE }, h('table', {},
      h('thead', {}, h('tr', {}, ['What', 'While', 'Reason', 'Since'].map((head) => h('th', { scope: 'col' }, head)), h('td', {}))),
      h('tbody', {}, items.map((item) => row(item, failed, refresh))))));
}

function row(item, failed, refresh) {
  const known = failed.find((file) => file.file === item.file || file.articles.includes(item.articleId));
  const name = item.file ?? known?.file ?? item.articleId ?? item.text;
  return h('tr', {},
    h('td', { class: 'file' }, item.articleId ? h('a', { href: route(`articles/${item.articleId}`) }, name) : name),
    h('td', {}, item.queue === READING ? 'reading the file' : 'extracting claims'),
    h('td', {}, known?.reason ?? ''),
    h('td', {}, item.since && h('time', { datetime: item.since }, moment(item.since))),
    h('td', {}, again(`poison/${encodeURIComponent(item.id)}/retry`, name, refresh)));
}
