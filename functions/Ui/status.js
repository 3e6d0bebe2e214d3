// What became of the dropped files, asked again every few seconds while the page is looked at.

import { get } from './api.js';
import { h, route } from './dom.js';
import { fill } from './states.js';
import { moment, number, stateOf } from './words.js';

const PAUSE = 5000;
const ORDER = ['done', 'pending', 'notExtracted', 'failed', 'deleted'];

export function statusView({ signal }) {
  const region = h('div', {});
  const live = h('input', { type: 'checkbox', id: 'live-status', checked: true });
  const read = () => get('status', {}, signal);
  fill(region, signal, read, report);
  const timer = setInterval(async () => {
    if (!live.checked || document.hidden || region.hasAttribute('aria-busy')) return;
    try {
      const status = await read();
      // What is being read or reached by keyboard must not be taken away under it.
      if (!signal.aborted && !region.contains(document.activeElement)) region.replaceChildren(...report(status));
    } catch {
      clearInterval(timer);
      if (!signal.aborted) fill(region, signal, read, report);
    }
  }, PAUSE);
  signal.addEventListener('abort', () => clearInterval(timer));
  return h('section', {}, h('h1', {}, 'Status'),
    h('p', { class: 'check' }, live, h('label', { for: 'live-status' }, 'Keep up to date')), region);
}

function report(status) {
  const states = [...new Set([...ORDER.slice(0, 4), ...Object.keys(status.files)])];
  return [
    h('dl', { class: 'tiles' },
      states.map((state) => tile(stateOf(state), status.files[state] ?? 0, state)),
      tile('In the queue', status.queueDepth, 'queue'),
      tile('Given up by the queue', status.poisonDepth, status.poisonDepth > 0 ? 'failed' : 'queue')),
    !status.complete && h('p', { class: 'muted' }, 'There are more files than were counted: the numbers are lower bounds.'),
    files('Failed', status.failed),
    files('Being read', status.pending),
    files('Stored without claims', status.notExtracted),
    h('p', { class: 'muted small' }, 'Extractor ', h('code', {}, status.extractorVersion)),
  ].filter(Boolean);
}

function tile(name, value, state) {
  return h('div', { class: `tile ${state}` }, h('dt', {}, name), h('dd', {}, number(value)));
}

function files(title, list) {
  if (list.length === 0) return null;
  return h('section', { class: 'panel' }, h('h2', {}, title),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title }, h('table', {},
      h('thead', {}, h('tr', {}, ['File', 'Reason', 'When'].map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, list.map((file) => h('tr', {},
        h('td', { class: 'file' }, file.state !== 'failed' && file.articles.length === 1 ? h('a', { href: route(`articles/${file.articles[0]}`) }, file.file) : file.file),
        h('td', {}, file.reason ?? ''),
        h('td', {}, h('time', { datetime: file.time }, moment(file.time)))))))));
}
