// The text of an article with claims and entities marked, each mark knowing its claim.

import { h, route } from './dom.js';
import { segments, spansOf, wholeBlocks } from './segments.js';

const TAGS = { title: 'h1' };
const NOTES = { caption: 'Caption, not read for claims', boilerplate: 'Not part of the story' };

/**
 * Builds the text. `order` maps claim ids to their numbers; `passage` is a span to point out, or null; `choose(id)` hears of a click on a mark or number, `point(id or null)` of the pointer and of the focus.
 * Answers the node and, for each claim and each entity, its elements.
 */
export function readerText(article, order, passage, { choose, point }) {
  const spans = spansOf(article, passage);
  const marks = { claims: new Map(), entities: new Map(), numbers: new Map() };
  const ends = new Map(article.claims.map((claim) => [claim.id, claim.content.at(-1).end]));
  const linked = new Set();
  let headed = false;

  function piece(segment) {
    const text = article.text.slice(segment.start, segment.end);
    const named = segment.mention ? mention(segment.mention, text) : text;
    const inner = segment.passage ? h('span', { class: 'passage' }, named) : named;
    const about = [...segment.content, ...segment.voice];
    if (about.length === 0) return inner;
    // Of claims inside each other the innermost is meant: it began last.
    const own = segment.content.toSorted((a, b) => order.get(a) - order.get(b)).at(-1) ?? segment.voice[0];
    const node = h(segment.content.length > 0 ? 'mark' : 'span', {
      class: segment.content.length > 0 ? null : 'voice',
      'data-claims': segment.content.join(' ') || null,
      onclick: (event) => event.target.closest('a') ? null : choose(own),
      onpointerenter: () => point(own),
      onpointerleave: () => point(null),
    }, inner);
    for (const id of about) add(marks.claims, id, node);
    return node;
  }

  function mention({ entity, named }, text) {
    const first = named && !linked.has(entity.id);
    if (first) linked.add(entity.id);
    const node = named
      ? h('a', { class: `ent ${entity.type}`, href: route(`entities/${entity.id}`), tabindex: first ? null : -1 }, text)
      : h('span', { class: 'ent unnamed' }, text);
    add(marks.entities, entity.id, node);
    return node;
  }

  /** The numbers of the claims that end here, as in footnotes: what a keyboard reaches them by. */
  function numbers(segment) {
    return segment.content.filter((id) => ends.get(id) === segment.end).map((id) => {
      const link = h('a', {
        class: 'ref',
        href: route(`articles/${article.id}`, { claim: id }),
        'aria-label': `Claim ${order.get(id)}`,
        onclick: (event) => {
          event.preventDefault();
          choose(id);
        },
        onfocus: () => point(id),
        onblur: () => point(null),
      }, order.get(id));
      marks.numbers.set(id, link);
      return link;
    });
  }

  const nodes = wholeBlocks(article).map((block) => {
    const heading = TAGS[block.role] && !headed;
    headed ||= heading;
    return h(heading ? 'h1' : 'p', { class: `block ${block.role}`, title: block.reason, 'data-title': heading && article.title, 'data-note': NOTES[block.role] },
      segments(block.start, block.end, spans).map((segment) => [piece(segment), numbers(segment)]));
  });
  return { nodes, marks, headed };
}

function add(map, key, node) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(node);
}
