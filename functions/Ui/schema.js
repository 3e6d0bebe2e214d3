// JSON schemas in words.

import { h } from './dom.js';

const FORMATS = { 'date-time': 'instant (ISO 8601)' };
const NAMES = { string: 'text', boolean: 'true or false' };

/** What a value may be, in a few words. */
export function typeOf(schema) {
  if (!schema || schema === true) return 'anything';
  if (schema.enum) return schema.enum.join(', ');
  const types = [schema.type ?? []].flat();
  const name = types.filter((type) => type !== 'null')[0];
  const text = name === 'array' ? `list of ${plain(typeOf(schema.items))}`
    : name === 'integer' && 'minimum' in schema ? `whole number from ${schema.minimum} to ${schema.maximum}`
      : name === 'integer' ? 'whole number'
        : FORMATS[schema.format] ?? NAMES[name] ?? name ?? 'anything';
  return types.includes('null') ? `${text} or null` : text;
}

/** The properties of an object, those inside others below them. */
export function shape(schema, resolve) {
  const found = resolve(schema);
  const inner = inside(found, resolve);
  if (!inner) return h('p', {}, typeOf(found));
  return h('ul', { class: 'shape' }, Object.entries(inner.properties).map(([name, value]) => property(name, value, inner.required?.includes(name), resolve)));
}

function property(name, value, always, resolve) {
  const schema = resolve(value);
  const label = [h('code', {}, name), ' ', h('span', { class: 'muted' }, typeOf(schema), !always && ', may be missing')];
  return inside(schema, resolve)
    ? h('li', {}, h('details', {}, h('summary', {}, label), shape(schema, resolve)))
    : h('li', {}, label);
}

/** The object that a schema is, or holds a list or a map of; null for a plain value. */
function inside(schema, resolve) {
  if (!schema || schema === true) return null;
  if (schema.properties) return schema;
  const held = schema.items ?? schema.additionalProperties;
  return held ? inside(resolve(held), resolve) : null;
}

function plain(text) {
  return text === 'object' ? 'objects' : text;
}
