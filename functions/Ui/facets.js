// Beside the results: who speaks in them and how, each a link that narrows the search.

import { h } from './dom.js';
import { nounOf, plural, toneOf } from './words.js';

const LONGEST = 10;

export function facets(claims, asked, refine) {
  if (claims.length === 0) return [];
  return [
    h('p', { class: 'muted small' }, `In the ${plural(claims.length, 'claim')} shown`),
    !asked.speaker && group('Speakers', tally(claims.flatMap((claim) => claim.speaker ? [claim.speaker.name] : [])), (name) => [refine({ speaker: name }), name]),
    !asked.about && group('Spoken about', tally(claims.flatMap((claim) => claim.about.map((entity) => entity.name))), (name) => [refine({ about: name }), name]),
    !asked.modality && group('Kinds', tally(claims.map((claim) => claim.modality)), (kind) => [refine({ modality: kind }), h('span', { class: `dot tone-${toneOf(kind)}` }), nounOf(kind)]),
  ].filter(Boolean);
}

function group(title, counts, link) {
  if (counts.length === 0) return null;
  return h('section', { class: 'facet' }, h('h2', {}, title),
    h('ul', {}, counts.slice(0, LONGEST).map(([value, count]) => {
      const [href, ...label] = link(value);
      return h('li', {}, h('a', { href }, label), h('span', { class: 'count' }, count));
    })));
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
