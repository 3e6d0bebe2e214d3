// Starts the page and shows the view that the address names: #/claims?speaker=…, #/articles/ID, #/entities/ID, #/upload, #/status, #/api.

import { articleView } from './article.js';
import { articlesView } from './articles.js';
import { claimsView } from './claims.js';
import { apiView } from './describe.js';
import { h } from './dom.js';
import { entityView } from './entity.js';
import { askKey } from './key.js';
import { empty } from './states.js';
import { statusView } from './status.js';
import { uploadView } from './upload.js';

const VIEWS = {
  claims: { list: claimsView },
  articles: { list: articlesView, one: articleView },
  entities: { one: entityView },
  upload: { list: uploadView },
  status: { list: statusView },
  api: { list: apiView },
};

const main = document.getElementById('main');
let leaving = new AbortController();
let first = true;

function show() {
  const [path, search = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [section = '', id] = path.split('/').map(decode);
  const view = VIEWS[section || 'claims']?.[id ? 'one' : 'list'] ?? missingView;
  leaving.abort();
  leaving = new AbortController();
  mark(section || 'claims');
  const node = view({ id, query: Object.fromEntries(new URLSearchParams(search)), signal: leaving.signal });
  main.replaceChildren(node);
  title();
  if (!first) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
  first = false;
}

/** The tab is named after the heading, as soon as there is one. */
function title() {
  const heading = main.querySelector('h1');
  const text = heading?.dataset.title ?? heading?.textContent.trim();
  document.title = text ? `${text} · NewsIngest` : 'NewsIngest';
}

function mark(section) {
  for (const link of document.querySelectorAll('[data-nav]')) {
    if (link.dataset.nav === section) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function missingView() {
  return h('section', {}, h('h1', {}, 'Nothing here'), empty('There is no page at this address.', h('a', { href: '#/claims' }, 'Go to the claims')));
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
document.getElementById('key').addEventListener('click', async () => {
  if (await askKey(null)) show();
});
new MutationObserver(title).observe(main, { childList: true, subtree: true });
addEventListener('hashchange', show);
show();
