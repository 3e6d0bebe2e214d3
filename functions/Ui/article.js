// The reader: an article, its claims beside it, both linked to each other.

import { get } from './api.js';
import { badge, dated, facts } from './card.js';
import { citation, copyButton } from './cite.js';
import { h, route, webAddress } from './dom.js';
import { readerText } from './reader.js';
import { copiesOf } from './sources.js';
import { empty, fill } from './states.js';
import { basisOf, plural, typeOf } from './words.js';

/** When to look again for the claims of an article that is still being read. */
const PENDING_PAUSE = 1500;

export function articleView({ id, query, signal }) {
  const region = h('section', { class: 'article' });
  const read = () => get(`articles/${encodeURIComponent(id)}`, {}, signal);
  const show = () => fill(region, signal, read, (article) => {
    if (article.state === 'pending') setTimeout(() => signal.aborted || show(), PENDING_PAUSE);
    return page(article, query, signal);
  });
  show();
  return region;
}

function page(article, query, signal) {
  const claims = article.claims.toSorted((a, b) => a.content[0].start - b.content[0].start || b.content.at(-1).end - a.content.at(-1).end);
  const order = new Map(claims.map((claim, i) => [claim.id, i + 1]));
  const items = new Map();
  let chosen = null;
  let pointed = null;

  const text = readerText(article, order, passageOf(query.at), { choose: (id) => choose(id, items.get(id)), point });
  const lit = new Set();

  function light() {
    for (const node of lit) node.classList.remove('lit');
    lit.clear();
    for (const id of [chosen, pointed]) {
      for (const node of [...(text.marks.claims.get(id) ?? []), items.get(id)]) {
        if (!node) continue;
        node.classList.add('lit');
        lit.add(node);
      }
    }
  }

  function point(id) {
    pointed = id;
    light();
  }

  function release() {
    items.get(chosen)?.classList.remove('chosen');
    chosen = null;
    light();
    history.replaceState(null, '', route(`articles/${article.id}`));
  }

  /** Keeps a claim lit, brings the other side into view, and makes the address lead to it. */
  function choose(id, target) {
    chosen = id;
    for (const [other, item] of items) item.classList.toggle('chosen', other === id);
    light();
    target?.scrollIntoView({ block: 'nearest' });
    target?.querySelector('.number')?.focus({ preventScroll: true });
    history.replaceState(null, '', route(`articles/${article.id}`, { claim: id }));
  }

  /** On a narrow screen the chosen claim lies over the text; this takes it away again. */
  function close() {
    const number = text.marks.numbers.get(chosen);
    release();
    number?.focus({ preventScroll: true });
  }

  addEventListener('keydown', (event) => { if (event.key === 'Escape' && chosen && !document.querySelector('dialog[open]')) close(); }, { signal });

  function toText(id) {
    choose(id);
    text.marks.claims.get(id)?.find((node) => node.localName === 'mark')?.scrollIntoView({ block: 'center' });
    text.marks.numbers.get(id)?.focus({ preventScroll: true });
  }

  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  for (const claim of claims) items.set(claim.id, claimItem(claim, article, order, entities, { point, toText, close }));
  const node = h('div', { class: 'reader' },
    h('div', { class: 'paper' },
      heading(article),
      !text.headed && h('h1', {}, article.title ?? article.source.blob),
      h('div', { class: 'text', lang: article.language === 'und' ? null : article.language }, text.nodes)),
    h('aside', { class: 'notes', 'aria-label': 'Claims and entities' },
      h('h2', {}, plural(claims.length, 'claim')),
      claims.length > 0
        ? h('ol', { class: 'claims' }, [...items.values()])
        : empty(article.state === 'pending' ? 'The claims are being extracted.' : 'No claims were extracted.', article.notExtracted),
      entityList(article, text.marks.entities)));
  requestAnimationFrame(() => {
    if (items.has(query.claim)) toText(query.claim);
    else node.querySelector('.passage')?.scrollIntoView({ block: 'center' });
  });
  return node;
}

/** A passage that an address names: at=77-94 (UTF-16, end-exclusive). */
function passageOf(at) {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(at ?? '') ?? [];
  return end ? { start: Number(start), end: Number(end) } : null;
}

function heading(article) {
  const url = webAddress(article.url);
  return h('div', { class: 'meta' },
    h('p', { class: 'facts' },
      article.publisher && h('span', {}, article.publisher),
      h('span', {}, dated(article.publishedAt), article.publishedAt.value && ` (${basisOf(article.publishedAt.basis)})`),
      article.authors.length > 0 && h('span', {}, article.authors.join(', ')),
      url && h('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, 'Original'),
      h('span', { class: 'file' }, article.source.blob)),
    copiesOf(article),
    article.warnings.length > 0 && h('details', {}, h('summary', {}, plural(article.warnings.length, 'warning')), h('ul', {}, article.warnings.map((warning) => h('li', {}, warning)))));
}

function claimItem(claim, article, order, entities, { point, toText, close }) {
  const number = order.get(claim.id);
  const speaker = claim.speaker && entities.get(claim.speaker.entityId);
  const outer = order.get(claim.embeddedIn);
  return h('li', {
    class: 'claim',
    'data-claim': claim.id,
    onpointerenter: () => point(claim.id),
    onpointerleave: () => point(null),
    onfocusin: () => point(claim.id),
    onfocusout: () => point(null),
    onclick: (event) => event.target.closest('a, button') ? null : toText(claim.id),
  },
  h('p', { class: 'said' },
    h('button', { type: 'button', class: 'number', 'aria-label': `Show claim ${number} in the text`, onclick: () => toText(claim.id) }, number),
    claim.speaker ? h('a', { class: 'speaker', href: route(`entities/${claim.speaker.entityId}`) }, claim.speaker.name) : h('span', { class: 'speaker' }, 'Nobody named'),
    speaker?.roles[0] && h('span', { class: 'role' }, speaker.roles[0].title),
    badge(claim.modality),
    h('button', { type: 'button', class: 'close plain', 'aria-label': 'Close', onclick: close }, '×')),
  h('p', { class: `words ${claim.form}` }, claim.text),
  h('p', { class: 'facts' }, facts(claim), outer && h('span', {}, `inside claim ${outer}`), h('span', { class: 'rule', title: 'The rule that found it' }, claim.ruleId),
    copyButton(citation(claim, article, speaker?.roles[0]?.title), `Copy claim ${number} with its source`)));
}

function entityList(article, marks) {
  if (article.entities.length === 0) return null;
  const named = article.entities.filter((entity) => entity.type !== 'UnnamedSource');
  const set = (id, on) => marks.get(id)?.forEach((node) => node.classList.toggle('lit', on));
  return h('details', { class: 'entities', open: true },
    h('summary', {}, h('h2', {}, plural(named.length, 'name'))),
    h('ul', { class: 'chips' }, named.map((entity) => h('li', {},
      h('a', {
        class: `chip ${entity.type}`,
        href: route(`entities/${entity.id}`),
        title: typeOf(entity.type),
        onpointerenter: () => set(entity.id, true),
        onpointerleave: () => set(entity.id, false),
        onfocus: () => set(entity.id, true),
        onblur: () => set(entity.id, false),
      }, entity.name, h('span', { class: 'count' }, entity.mentions.length))))));
}
