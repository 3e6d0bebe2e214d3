// All articles, newest first.

import { dated } from './card.js';
import { h, route } from './dom.js';
import { list } from './paging.js';
import { empty } from './states.js';
import { plural } from './words.js';

export function articlesView({ query, signal }) {
  const asked = { q: query.q ?? '', publisher: query.publisher ?? '', from: query.from ?? '', to: query.to ?? '' };
  const results = h('div', { class: 'results' });
  list(results, signal, 'articles', asked, { noun: 'articles', item: line, articleOf: (article) => article, none: () => nothing(asked) });
  return h('section', {},
    h('h1', {}, 'Articles'),
    h('form', { class: 'search', role: 'search', onsubmit: submit },
      h('div', { class: 'fields first' },
        field('q', 'Words in the title', asked.q, 'search'),
        field('publisher', 'Publisher', asked.publisher, 'text'),
        field('from', 'Published from', asked.from, 'date'),
        field('to', 'Published to', asked.to, 'date'),
        h('button', { type: 'submit', class: 'primary' }, 'Search'))),
    results);
}

function submit(event) {
  event.preventDefault();
  location.hash = route('articles', Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim()])));
}

function field(name, label, value, type) {
  return h('div', { class: 'field' }, h('label', { for: `f-${name}` }, label), h('input', { id: `f-${name}`, name, value, type, autocomplete: 'off' }));
}

/** An article of a list. */
export function line(article) {
  return h('article', { class: 'line' },
    h('h2', {}, h('a', { href: route(`articles/${article.id}`) }, article.title ?? article.blob)),
    h('p', { class: 'facts' },
      article.publisher && h('span', {}, article.publisher),
      dated(article.publishedAt),
      article.notExtracted ? h('span', {}, `no claims: ${article.notExtracted}`) : h('span', {}, plural(article.claims, 'claim')),
      article.duplicateOf && h('span', {}, 'copy of ', h('a', { href: route(`articles/${article.duplicateOf.id}`) }, 'an earlier one')),
      h('span', { class: 'file' }, article.blob)));
}

function nothing(asked) {
  return Object.values(asked).some(Boolean)
    ? empty('No article passes all filters.', h('a', { href: '#/articles' }, 'Show all articles'))
    : empty('No articles yet.', h('a', { href: '#/upload' }, 'Add files'));
}
