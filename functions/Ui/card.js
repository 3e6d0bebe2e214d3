// A claim as a card: who, in which role, said what, how, when, where.

import { h, route } from './dom.js';
import { CONTRADICTING, day, formOf, nounOf, toneOf, verbOf } from './words.js';

export function badge(modality) {
  return h('span', { class: `badge tone-${toneOf(modality)}`, title: nounOf(modality) }, verbOf(modality));
}

/** The claim's words, quote marks included as the article has them. */
export function words(claim) {
  return h('blockquote', { class: `words ${claim.form}` }, h('p', {}, claim.text, claim.textCut && '…'));
}

export function dated(publishedAt) {
  return publishedAt?.value ? h('time', { datetime: publishedAt.value }, day(publishedAt.value)) : h('span', {}, 'undated');
}

/** What is known of how it was said, as a line of small facts. */
export function facts(claim) {
  return [
    h('span', {}, formOf(claim.form)),
    claim.negated && h('span', {}, 'negated'),
    claim.cue && h('span', {}, 'cue ', h('q', {}, claim.cue.lemma)),
    claim.addressee && h('span', {}, 'to ', claim.addressee.name),
    claim.time?.value && h('span', {}, 'on ', h('time', { datetime: claim.time.value }, day(claim.time.value))),
  ];
}

/** Leads to what others deny, doubt or reject about the same; null for a claim about nobody else than its speaker. */
function contradiction(claim) {
  const about = claim.about.find((entity) => entity.id !== claim.speaker?.id);
  if (!claim.speaker || !about) return null;
  return h('a', { class: 'contradiction', href: route('claims', { about: about.name, notSpeaker: claim.speaker.name, modality: CONTRADICTING }), title: `Claims by others about ${about.name} that deny, doubt or reject` }, 'Who contradicts this?');
}

/** A claim of a list. */
export function card(claim) {
  const source = claim.article;
  return h('article', { class: 'card' },
    h('header', { class: 'said' },
      claim.speaker
        ? h('a', { class: 'speaker', href: route(`entities/${claim.speaker.id}`) }, claim.speaker.name)
        : h('span', { class: 'speaker' }, 'Nobody named'),
      claim.speaker?.role && h('span', { class: 'role' }, claim.speaker.role),
      badge(claim.modality)),
    words(claim),
    claim.about.length > 0 && h('p', { class: 'subjects' }, h('span', { class: 'label' }, 'About'),
      claim.about.map((entity) => h('a', { class: 'chip', href: route(`entities/${entity.id}`) }, entity.name)), contradiction(claim)),
    h('footer', { class: 'facts' },
      h('a', { class: 'source', href: route(`articles/${source.id}`, { claim: claim.id }) }, source.title ?? source.blob),
      source.publisher && h('span', {}, source.publisher),
      dated(source.publishedAt),
      facts(claim)));
}
