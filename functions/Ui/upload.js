// Files dropped here are followed until they can be queried.

import { upload } from './api.js';
import { announce, h, route } from './dom.js';
import { follow } from './follow.js';

export function uploadView({ signal }) {
  const files = h('ol', { class: 'uploads', 'aria-label': 'Files' });
  const input = h('input', { type: 'file', id: 'files', multiple: true, onchange: () => { add(input.files); input.value = ''; } });
  const zone = h('div', { class: 'drop' },
    h('p', { class: 'notice-title' }, 'Drop news files here'),
    h('p', { class: 'muted' }, 'Text, HTML, feeds, documents and archives. Their claims are queryable seconds later.'),
    h('label', { class: 'button primary', for: 'files' }, 'Choose files'), input);

  function add(chosen) {
    for (const file of chosen) files.prepend(row(file, signal));
  }

  // Anywhere in the window: a file dropped beside the box would otherwise replace the page.
  addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('over');
  }, { signal });
  addEventListener('dragleave', (event) => { if (!event.relatedTarget) zone.classList.remove('over'); }, { signal });
  addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    add(event.dataTransfer.files);
  }, { signal });
  return h('section', {}, h('h1', {}, 'Add files'), zone, files);
}

function row(file, signal) {
  const progress = h('progress', { max: 1, value: 0, 'aria-label': `Progress of ${file.name}` });
  const state = h('p', { class: 'state' }, 'Waiting');
  const node = h('li', { class: 'upload' }, h('p', { class: 'file' }, file.name), progress, state);
  run(file, progress, state, node, signal);
  return node;
}

async function run(file, progress, state, node, signal) {
  const started = performance.now();
  const say = (...content) => state.replaceChildren(...content);
  try {
    say('Sending');
    const answer = await upload(file, (share) => { progress.value = share * 0.5; });
    const result = await follow(answer.uploads[0], signal, (share, text) => {
      progress.value = share;
      say(text);
    });
    if (!result) return;
    progress.value = 1;
    node.classList.add('done');
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    announce(`${file.name}: ${result.summary}`);
    say(`${result.summary} after ${seconds} s · `, h('a', { href: route(`articles/${result.article.id}`) }, result.article.title ?? 'Read it'));
  } catch (error) {
    if (signal.aborted) return;
    progress.remove();
    node.classList.add('failed');
    announce(`${file.name} failed: ${error.message}`);
    say('Failed: ', error.message);
  }
}

