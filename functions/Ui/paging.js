// A list that grows page by page along the API's cursors.

import { get } from './api.js';
import { announce, h } from './dom.js';
import { sources } from './sources.js';
import { failed, fill } from './states.js';

/** A selective filter may bring pages without items; as many are skipped before the reader is asked to go on. */
const EMPTY_PAGES = 5;

/**
 * Fills a region with a list of the API. `item` makes the node of one item, `none` the notice of an empty list,
 * `changed` hears of all items so far; `articleOf`, where given, tells the article of an item, and the list then says how many sources it comes from.
 */
export function list(region, signal, path, query, { item, none, changed = () => {}, noun = 'results', articleOf }) {
  const items = [];
  const from = h('div', {});
  let independent = 0;
  let answers = 0;

  async function page(cursor) {
    let answer = await get(path, { ...query, cursor }, signal);
    for (let tries = 0; tries < EMPTY_PAGES && answer.items.length === 0 && answer.cursor; tries++) {
      answer = await get(path, { ...query, cursor: answer.cursor }, signal);
    }
    return answer;
  }

  function show(answer, target, more) {
    items.push(...answer.items);
    target.append(...answer.items.map((value) => h('li', {}, item(value))));
    changed(items);
    if (articleOf && answer.items.length > 0) {
      independent += answer.independentSources;
      from.replaceChildren(sources(items.map(articleOf), independent, ++answers));
    }
    announce(`${items.length} ${noun} shown${answer.cursor ? ', there are more' : ''}`);
    more.replaceChildren();
    if (!answer.cursor) return;
    const button = h('button', { type: 'button', class: 'more', onclick: () => next(answer.cursor, target, more, button) }, 'Show more');
    more.append(button);
  }

  async function next(cursor, target, more, button) {
    button.disabled = true;
    button.textContent = 'Loading…';
    const last = target.lastElementChild;
    try {
      const answer = await page(cursor);
      if (signal.aborted) return;
      show(answer, target, more);
      (last?.nextElementSibling ?? target).querySelector('a')?.focus({ preventScroll: true });
    } catch (error) {
      if (!signal.aborted) more.replaceChildren(failed(error, () => next(cursor, target, more, button)));
    }
  }

  return fill(region, signal, () => page(null), (answer) => {
    if (answer.items.length === 0 && !answer.cursor) {
      changed(items);
      announce(`No ${noun}`);
      return none();
    }
    const target = h('ol', { class: 'list' });
    const more = h('div', { class: 'after' });
    show(answer, target, more);
    return [from, target, more];
  });
}
