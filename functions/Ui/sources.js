// From how many sources an answer comes, and which of its articles are copies of which.

import { dated } from './card.js';
import { h, route } from './dom.js';
import { plural } from './words.js';

/**
 * What copies make of a list: `articles` with repeats, and how many of them count when copies of each other count as one. Where a list came in several answers
 * a copy of an article of another answer was not told, so that there may be fewer.
 */
export function sources(articles, independent, answers = 1) {
  const known = new Map();
  for (const article of articles) if (article.duplicateOf || !known.has(article.id)) known.set(article.id, article);
  if (known.size === 0) return null;
  const text = `${plural(known.size, 'article')}, ${answers > 1 && independent > 1 ? 'at most ' : ''}${plural(independent, 'independent source')}`;
  const groups = Map.groupBy([...known.values()].filter((article) => article.duplicateOf), (article) => article.duplicateOf.id);
  if (groups.size === 0) return h('p', { class: 'sources muted small' }, `From ${text}`);
  return h('details', { class: 'sources small' },
    h('summary', {}, `From ${text}`),
    h('ul', {}, [...groups].map(([id, copies]) => h('li', {},
      link(known.get(id) ?? { id, title: 'an earlier article' }), ' has ', plural(copies.length, 'copy', 'copies'),
      h('ul', {}, copies.map((article) => h('li', {}, copy(article, article.duplicateOf.similarity))))))));
}

/** All copies of one article, those that came before it too. */
export function copiesOf(article) {
  if (article.copies.length === 0) return null;
  return h('details', { class: 'sources small', open: article.copies.length < 4 },
    h('summary', {}, article.duplicateOf ? `One source with ${plural(article.copies.length, 'other article')}` : `${plural(article.copies.length, 'later copy', 'later copies')}`),
    h('ul', {}, article.copies.map(({ article: other, similarity }) => h('li', {},
      copy(other, similarity), other.id === article.duplicateOf?.id && ' — the earliest'))));
}

function copy(article, similarity) {
  return [link(article), article.publisher && `, ${article.publisher}`, ', ', dated(article.publishedAt), similarity === 1 ? ', the same text' : `, ${Math.round(100 * similarity)} % the same text`];
}

function link(article) {
  return h('a', { href: route(`articles/${article.id}`) }, article.title ?? article.blob);
}
