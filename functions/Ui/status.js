// What became of the dropped files, asked again every few seconds while the page is looked at.

import { get } from './api.js';
import { h, route } from './dom.js';
import { poison } from './poison.js';
import { again } from './retry.js';
import { fill } from './states.js';
import { moment, number, stateOf } from './words.js';

const PAUSE = 5000;
const ORDER = ['done', 'pending', 'notExtracted', 'failed', 'deleted'];

export function statusView({ signal }) {
  const region = h('div', {});
  const live = h('input', { type: 'checkbox', id: 'live-status', checked: true });
  const refresh = () => fill(region, signal, () => read(signal), (seen) => report(seen, refresh));
  refresh();
  const timer = setInterval(async () => {
    if (!live.checked || document.hidden || region.hasAttribute('aria-busy')) return;
    try {
      const seen = await read(signal);
      // What is being read or reached by keyboard must not be taken away under it.
      if (!signal.aborted && !region.contains(document.activeElement)) region.replaceChildren(...report(seen, refresh));
    } catch {
      clearInterval(timer);
      if (!signal.aborted) refresh();
    }
  }, PAUSE);
  signal.addEventListener('abort', () => clearInterval(timer));
  return h('section', {}, h('h1', {}, 'Status'),
    h('p', { class: 'check' }, live, h('label', { for: 'live-status' }, 'Keep up to date')), region);
}

async function read(signal) {
  const status = await get('status', {}, signal);
  return { status, given: status.poisonDepth + status.blobPoisonDepth > 0 ? await get('poison', {}, signal) : null };
}

function report({ status, given }, refresh) {
  const states = [...new Set([...ORDER.slice(0, 4), ...Object.keys(status.files)])];
  const givenUp = status.poisonDepth + status.blobPoisonDepth;
  return [
    h('dl', { class: 'tiles' },
      states.map((state) => tile(stateOf(state), number(status.files[state] ?? 0), status.files[state] ? state : 'none')),
      tile('Longest wait', `${number(status.lagSeconds)} s`, 'queue'),
      tile('In the queue', number(status.queueDepth), 'queue'),
      tile('Given up by the queue', number(givenUp), givenUp > 0 ? 'failed' : 'queue')),
    !status.complete && h('p', { class: 'muted' }, 'There are more files than were counted: the numbers are lower bounds.'),
    given && poison(given, status.failed, refresh),
    files('Failed', status.failed, (file) => again(`articles/${encodeURIComponent(file.articles[0])}/reprocess`, file.file, refresh)),
    files('Being read', status.pending),
    files('Stored without claims', status.notExtracted),
    h('p', { class: 'muted small' }, 'Version ', h('code', {}, status.version), Object.entries(status.versions).filter(([version]) => version !== status.version)
      .map(([version, count]) => [', ', h('code', {}, version), ` in ${number(count)} files`])),
  ].filter(Boolean);
}

function tile(name, value, state) {
  return h('div', { class: `tile ${state}` }, h('dt', {}, name), h('dd', {}, value));
}

function files(title, list, action = null) {
  if (list.length === 0) return null;
  return h('section', { class: 'panel' }, h('h2', {}, title),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title }, h('table', {},
      h('thead', {}, h('tr', {}, ['File', 'Reason', 'When'].map((head) => h('th', { scope: 'col' }, head)), action && h('td', {}))),
      h('tbody', {}, list.map((file) => h('tr', {},
        h('td', { class: 'file' }, file.state !== 'failed' && file.articles.length === 1 ? h('a', { href: route(`articles/${file.articles[0]}`) }, file.file) : file.file),
        h('td', {}, file.reason ?? ''),
        h('td', {}, h('time', { datetime: file.time }, moment(file.time))),
        action && h('td', {}, action(file))))))));
}
