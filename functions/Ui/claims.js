// Search: claims by speaker, subject, words, modality, form and date.

import { card } from './card.js';
import { h, route } from './dom.js';
import { facets } from './facets.js';
import { list } from './paging.js';
import { empty } from './states.js';
import { CONTRADICTING, forms, modalities, nounOf } from './words.js';

const FIELDS = ['speaker', 'about', 'q', 'modality', 'form', 'notSpeaker', 'publisher', 'from', 'to'];
const MORE = FIELDS.slice(3);
const NAMES = 'names';
const WIDE = matchMedia('(min-width: 46rem)');

export function claimsView({ query, signal }) {
  const asked = Object.fromEntries(FIELDS.map((name) => [name, query[name] ?? '']));
  const results = h('div', { class: 'results' });
  const side = h('aside', { class: 'side', 'aria-label': 'In these results' });
  const refine = (changes) => route('claims', { ...asked, ...changes });
  list(results, signal, 'claims', asked, {
    noun: 'claims',
    item: card,
    articleOf: (claim) => claim.article,
    none: () => nothing(asked),
    changed: (claims) => {
      side.replaceChildren(...facets(claims, asked, refine));
      suggest(claims);
    },
  });
  return h('section', {},
    h('h1', {}, 'Who said what'),
    form(asked, signal),
    asked.notSpeaker && asked.about && h('p', { class: 'asked' }, asked.modality === CONTRADICTING ? 'Who contradicts ' : 'Who else than ', h('b', {}, asked.notSpeaker), asked.modality === CONTRADICTING ? ': claims by others about ' : ' speaks about ', h('b', {}, asked.about), asked.modality === CONTRADICTING && ' that deny, doubt or reject.'),
    h('div', { class: 'columns' }, results, side));
}

function form(asked, signal) {
  const more = h('details', { class: 'more-filters', open: WIDE.matches || MORE.some((name) => asked[name]) },
    h('summary', {}, 'More filters'),
    h('div', { class: 'fields' },
      choice('modality', 'Kind of claim', 'Any kind', kinds(asked.modality), asked.modality),
      choice('form', 'Wording', 'Quoted or reported', forms, asked.form),
      field('notSpeaker', 'Not said by', asked.notSpeaker, { list: NAMES }),
      field('publisher', 'Publisher', asked.publisher),
      field('from', 'Published from', asked.from, { type: 'date' }),
      field('to', 'Published to', asked.to, { type: 'date' })));
  WIDE.addEventListener('change', () => { more.open ||= WIDE.matches; }, { signal });
  return h('form', { class: 'search', role: 'search', onsubmit: submit },
    h('div', { class: 'fields first' },
      field('speaker', 'Speaker', asked.speaker, { placeholder: 'Who speaks', list: NAMES }),
      field('about', 'About', asked.about, { placeholder: 'Whom or what it mentions', list: NAMES }),
      field('q', 'Words', asked.q, { type: 'search', placeholder: 'words, or a "phrase"' }),
      h('button', { type: 'submit', class: 'primary' }, 'Search')),
    h('datalist', { id: NAMES }),
    more,
    FIELDS.some((name) => asked[name]) && h('p', { class: 'clear' }, h('a', { href: '#/claims' }, 'Clear all filters')));
}

/** Names met so far are offered while typing. */
const met = new Set();

function suggest(claims) {
  for (const claim of claims) for (const entity of [claim.speaker, ...claim.about]) if (entity) met.add(entity.name);
  document.getElementById(NAMES)?.replaceChildren(...[...met].sort().map((name) => h('option', { value: name })));
}

function submit(event) {
  event.preventDefault();
  const given = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim()]));
  const target = route('claims', given);
  if (location.hash === target) dispatchEvent(new HashChangeEvent('hashchange'));
  else location.hash = target;
}

function field(name, label, value, attributes) {
  return h('div', { class: 'field' }, h('label', { for: `f-${name}` }, label),
    h('input', { id: `f-${name}`, name, value, type: 'text', autocomplete: 'off', maxlength: 500, ...attributes }));
}

/** Kinds to choose from; an address may ask for a set of its own. */
function kinds(asked) {
  const offered = [...modalities, [CONTRADICTING, 'Contradiction']];
  return !asked || offered.some(([value]) => value === asked) ? offered : [...offered, [asked, asked.split(',').map(nounOf).join(', ')]];
}

function choice(name, label, any, options, value) {
  return h('div', { class: 'field' }, h('label', { for: `f-${name}` }, label),
    h('select', { id: `f-${name}`, name },
      h('option', { value: '' }, any),
      options.map(([option, text]) => h('option', { value: option, selected: option === value }, text))));
}

function nothing(asked) {
  if (FIELDS.every((name) => !asked[name])) {
    return empty('No claims yet.', ['Drop a news file and its claims appear here seconds later. ', h('a', { href: '#/upload' }, 'Add files')]);
  }
  return empty('No claim passes all filters.',
    'Speaker and About take a full name or a surname, as the articles write it. Words must all occur in the claim or the title.',
    h('a', { href: '#/claims' }, 'Clear all filters'));
}
