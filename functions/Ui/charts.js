// Small charts in SVG, each with the same numbers as a table.

import { h, s } from './dom.js';
import { day, nounOf, number, plural, toneOf } from './words.js';

const WIDTH = 640;
const HEIGHT = 180;
const MIDDLE = HEIGHT / 2;
const MARGIN = 12;
const MOST_BARS = 60;
const MS_PER_DAY = 86_400_000;

/** Claims by the entity above the line, about it below, on each day; weeks or months where the days are too many. */
export function timeline(days) {
  if (days.length === 0) return h('p', { class: 'muted' }, 'No dated claims.');
  const { buckets, unit } = bucketed(days);
  const highest = Math.max(1, ...buckets.flatMap((bucket) => [bucket.asSpeaker, bucket.about]));
  const step = (WIDTH - 2 * MARGIN) / buckets.length;
  const width = Math.min(step * 0.8, 28);
  const scale = (value) => value / highest * (MIDDLE - MARGIN);
  const total = (name) => days.reduce((sum, one) => sum + one[name], 0);
  const bar = (bucket, i, name) => bucket[name] > 0 && s('rect', {
    class: name,
    x: MARGIN + (i + 0.5) * step - width / 2,
    y: name === 'about' ? MIDDLE + 1 : MIDDLE - 1 - scale(bucket[name]),
    width,
    height: scale(bucket[name]),
    rx: 2,
  }, s('title', {}, `${day(bucket.day)}: ${plural(bucket[name], 'claim')} ${name === 'about' ? 'about' : 'by'} it`));
  return h('figure', {},
    s('svg', { class: 'timeline', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${plural(total('asSpeaker'), 'claim')} by and ${plural(total('about'), 'claim')} about it, ${day(days[0].day)} to ${day(days.at(-1).day)}` },
      s('line', { class: 'axis', x1: MARGIN, x2: WIDTH - MARGIN, y1: MIDDLE, y2: MIDDLE }),
      buckets.map((bucket, i) => [bar(bucket, i, 'asSpeaker'), bar(bucket, i, 'about')])),
    h('p', { class: 'scale', 'aria-hidden': 'true' }, h('span', {}, day(buckets[0].day)), buckets.length > 1 && h('span', {}, day(buckets.at(-1).day))),
    h('figcaption', { class: 'legend' }, h('span', { class: 'key asSpeaker' }, 'Claims by'), h('span', { class: 'key about' }, 'Claims about'), h('span', {}, `per ${unit}, at most ${highest}`)),
    table(['Day', 'By', 'About'], days.map((one) => [day(one.day), one.asSpeaker, one.about])));
}

/** Claims by modality, by and about the entity. */
export function bars(counts) {
  if (counts.length === 0) return h('p', { class: 'muted' }, 'No claims.');
  const highest = Math.max(...counts.map((count) => count.asSpeaker + count.about));
  return h('table', { class: 'bars' },
    h('thead', {}, h('tr', {}, ['Kind', 'By', 'About', ''].map((title) => title ? h('th', { scope: 'col' }, title) : h('td', {})))),
    h('tbody', {}, counts.map((count) => h('tr', {},
      h('th', { scope: 'row' }, h('span', { class: `dot tone-${toneOf(count.modality)}` }), nounOf(count.modality)),
      h('td', {}, number(count.asSpeaker)), h('td', {}, number(count.about)),
      h('td', { class: 'bar', 'aria-hidden': 'true' }, s('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none' },
        s('rect', { class: 'asSpeaker', width: count.asSpeaker / highest * 100, height: 8 }),
        s('rect', { class: 'about', x: count.asSpeaker / highest * 100, width: count.about / highest * 100, height: 8 })))))));
}

/** The numbers of a chart for those who would rather read them. */
export function table(heads, rows) {
  return h('details', { class: 'numbers' }, h('summary', {}, 'Numbers'),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Numbers' }, h('table', {},
      h('thead', {}, h('tr', {}, heads.map((head) => h('th', { scope: 'col' }, head)))),
      h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell) => h('td', {}, cell))))))));
}

/** Days without claims count too, so that the chart keeps time. */
function bucketed(days) {
  const at = (iso) => Math.floor(Date.parse(`${iso}T00:00:00Z`) / MS_PER_DAY);
  const first = at(days[0].day);
  const range = at(days.at(-1).day) - first + 1;
  const [unit, length] = range <= MOST_BARS ? ['day', 1] : range <= MOST_BARS * 7 ? ['week', 7] : ['stretch', Math.ceil(range / MOST_BARS)];
  const buckets = Array.from({ length: Math.ceil(range / length) }, (_, i) => ({ day: new Date((first + i * length) * MS_PER_DAY).toISOString().slice(0, 10), asSpeaker: 0, about: 0 }));
  for (const one of days) {
    const bucket = buckets[Math.floor((at(one.day) - first) / length)];
    bucket.asSpeaker += one.asSpeaker;
    bucket.about += one.about;
  }
  return { buckets, unit: unit === 'stretch' ? `${length} days` : unit };
}
