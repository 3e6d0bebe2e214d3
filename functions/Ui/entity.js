// One entity: names, roles with their evidence, how it speaks, when, and who speaks about whom.

import { get } from './api.js';
import { line } from './articles.js';
import { card } from './card.js';
import { bars, timeline } from './charts.js';
import { h, route } from './dom.js';
import { graph } from './graph.js';
import { list } from './paging.js';
import { sources } from './sources.js';
import { empty, fill } from './states.js';
import { plural, typeOf } from './words.js';

const FEW = 5;

export function entityView({ id, signal }) {
  const region = h('section', { class: 'entity' });
  fill(region, signal, () => get(`entities/${encodeURIComponent(id)}`, {}, signal), (entity) => page(entity, signal));
  return region;
}

function page(entity, signal) {
  return [
    h('p', { class: 'kicker' }, typeOf(entity.type)),
    h('h1', {}, entity.name),
    entity.aliases.length > 0 && h('p', { class: 'muted' }, 'Also: ', entity.aliases.join(', ')),
    !entity.complete && h('p', { class: 'muted small' }, 'Counted over the newest articles only.'),
    h('div', { class: 'grid' },
      panel('Over time', timeline(entity.timeline)),
      panel('Kinds of claims', bars(entity.counts)),
      panel('Who speaks about whom', graph(entity), 'wide')),
    entity.roles.length > 0 && panel('Roles, as written', roles(entity.roles)),
    h('div', { class: 'pair' },
      claims('Said', { speaker: entity.id }, entity, signal),
      claims('Said about', { about: entity.id }, entity, signal)),
    entity.coOccurring.length > 0 && panel('In the same articles', h('ul', { class: 'chips' }, entity.coOccurring.map((other) => h('li', {},
      h('a', { class: `chip ${other.type}`, href: route(`entities/${other.entityId}`) }, other.name, h('span', { class: 'count', title: plural(other.articles, 'article') }, other.articles)))))),
    panel(plural(entity.articles.length, 'article'), [sources(entity.articles, entity.independentSources), h('ul', { class: 'list' }, entity.articles.map((article) => h('li', {}, line(article))))]),
  ];
}

function panel(title, content, extra = '') {
  return h('section', { class: `panel ${extra}` }, h('h2', {}, title), content);
}

function roles(given) {
  return h('ul', { class: 'roles' }, given.map((role) => h('li', {},
    h('b', {}, role.title), role.of && ` of ${role.of}`, ' — ',
    h('a', { href: route(`articles/${role.articleId}`, { at: `${role.span.start}-${role.span.end}` }) }, `“${role.text}”`))));
}

function claims(title, filter, entity, signal) {
  const region = h('div', {});
  list(region, signal, 'claims', { ...filter, limit: FEW }, { noun: 'claims', item: card, none: () => empty('No claims.') });
  const [name] = Object.keys(filter);
  return h('section', { class: 'panel bare' },
    h('h2', {}, title, ' ', h('a', { class: 'small', href: route('claims', { [name]: entity.name }) }, 'Search these')), region);
}
