// Who speaks about whom around one entity: speakers on the left, the entity in the middle, those it speaks about on the right.

import { h, route, s } from './dom.js';
import { plural } from './words.js';
import { table } from './charts.js';

const MOST = 8;
const ROW = 38;
const BOX = 30;
const THINNEST = 1.5;
const THICKEST = 7;
const CHARACTER = 6.6;
const NARROWEST = 280;
const NARROW = 480;
const WIDEST_BOX = 240;
const WIDEST = 1120;

export function graph(entity) {
  const left = entity.spokenAboutBy.slice(0, MOST);
  const right = entity.speaksAbout.slice(0, MOST);
  if (left.length + right.length === 0) return h('p', { class: 'muted' }, 'It speaks about nobody, and nobody about it.');
  const drawing = h('div', { class: 'drawing' });
  const draw = (width) => drawing.replaceChildren(picture(entity, left, right, Math.min(WIDEST, Math.max(NARROWEST, width))));
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width === drawn) return;
    drawn = width;
    draw(width);
  }).observe(drawing);
  return h('figure', {}, drawing,
    table(['Speaker', 'About', 'Claims'], [
      ...entity.spokenAboutBy.map((other) => [other.name, entity.name, other.claims]),
      ...entity.speaksAbout.map((other) => [entity.name, other.name, other.claims]),
    ]));
}

function picture(entity, left, right, width) {
  const height = Math.max(left.length, right.length, 1) * ROW + 24;
  const narrow = width < NARROW;
  const box = Math.min(WIDEST_BOX, (width - (narrow ? 30 : 60)) / 3);
  const middle = height / 2 + 10;
  const most = Math.max(...left.map((other) => other.claims), ...right.map((other) => other.claims));
  const y = (i, count) => middle + (i - (count - 1) / 2) * ROW;
  const edge = (x1, y1, x2, y2, claims, title) => s('path', {
    class: 'edge',
    d: `M${x1} ${y1} C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`,
    'stroke-width': THINNEST + (THICKEST - THINNEST) * Math.sqrt(claims / most),
  }, s('title', {}, title));
  const inner = [(width - box) / 2, (width + box) / 2];
  return s('svg', { class: 'graph', width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': `Who speaks about ${entity.name}, and about whom ${entity.name} speaks` },
    left.length > 0 && s('text', { class: 'column', x: 0, y: 12 }, 'Speakers'),
    right.length > 0 && s('text', { class: 'column', x: width, y: 12, 'text-anchor': 'end' }, 'Spoken about'),
    left.map((other, i) => edge(box, y(i, left.length), inner[0], middle, other.claims, `${other.name} about ${entity.name}: ${plural(other.claims, 'claim')}`)),
    right.map((other, i) => edge(inner[1], middle, width - box, y(i, right.length), other.claims, `${entity.name} about ${other.name}: ${plural(other.claims, 'claim')}`)),
    left.map((other, i) => node(other, 0, y(i, left.length), box, narrow)),
    right.map((other, i) => node(other, width - box, y(i, right.length), box, narrow)),
    s('g', { class: 'node self' }, shape(inner[0], middle, box), label(entity.name, inner[0], middle, box)));
}

/** On a narrow screen the name takes the place of the number, which the line's width and the table tell too. */
function node(other, x, y, width, narrow) {
  return s('a', { class: `node ${other.type}`, href: route(`entities/${other.entityId}`), 'aria-label': `${other.name}, ${plural(other.claims, 'claim')}` },
    shape(x, y, width), label(narrow ? other.name : `${other.name} ${other.claims}`, x, y, width, other.name));
}

function shape(x, y, width) {
  return s('rect', { x: x + 1, y: y - BOX / 2, width: width - 2, height: BOX, rx: 8 });
}

function label(text, x, y, width, title = text) {
  const fits = Math.floor((width - 14) / CHARACTER);
  return [s('title', {}, title), s('text', { x: x + width / 2, y: y + 4.5, 'text-anchor': 'middle' }, text.length > fits ? `${text.slice(0, Math.max(1, fits - 1)).trimEnd()}…` : text)];
}
