// A form that makes one call of the API and shows what comes back.

import { call } from './api.js';
import { h } from './dom.js';

const MOST_SHOWN = 20_000;

export function tryIt(method, path, described) {
  const id = described.operationId;
  const output = h('div', { 'aria-live': 'polite' });
  const send = h('button', { type: 'submit', class: 'primary' }, `Send ${method}`);
  const form = h('form', { class: 'try', 'aria-label': `Try ${method} ${path}` }, h('h3', {}, 'Try it'),
    h('div', { class: 'fields' }, described.parameters.map((parameter) => field(id, parameter)), described.requestBody && file(id), send),
    output);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      const { address, query, body } = read(form, path, described);
      output.replaceChildren(...shown(method, await call(method, address, query, body), body));
    } catch (error) {
      output.replaceChildren(h('p', { class: 'problem' }, error.message));
    } finally {
      send.disabled = false;
    }
  });
  return form;
}

function field(id, { name, required, schema }) {
  const label = `try-${id}-${name}`;
  const input = schema.enum
    ? h('select', { id: label, name }, h('option', { value: '' }, '–'), schema.enum.map((value) => h('option', { value }, value)))
    : h('input', { id: label, name, required, autocomplete: 'off', type: schema.type === 'integer' ? 'number' : 'text', min: schema.minimum, max: schema.maximum, placeholder: schema.items?.enum?.slice(0, 2).join(',') });
  return h('div', { class: 'field' }, h('label', { for: label }, name), input);
}

function file(id) {
  return h('div', { class: 'field' }, h('label', { for: `try-${id}-body` }, 'File'), h('input', { id: `try-${id}-body`, type: 'file', required: true }));
}

function read(form, path, described) {
  const values = new Map(described.parameters.map(({ name }) => [name, form.elements.namedItem(name).value.trim()]));
  const inPath = described.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const address = inPath.reduce((text, name) => text.replace(`{${name}}`, encodeURIComponent(values.get(name))), path.slice(1));
  const body = form.querySelector('input[type=file]')?.files[0];
  if (body && values.has('name') && !values.get('name')) values.set('name', body.name);
  return { address, query: Object.fromEntries([...values].filter(([name]) => !inPath.includes(name))), body };
}

function shown(method, answer, body) {
  const text = pretty(answer);
  const command = ['curl', method !== 'GET' && `-X ${method}`, body && `--data-binary @'${body.name}'`, answer.keyed && '-H "x-functions-key: $KEY"', `'${answer.url}'`];
  return [
    h('p', { class: 'file' }, command.filter(Boolean).join(' ')),
    h('p', {}, h('b', {}, answer.status), ' ', answer.type),
    text && h('pre', { tabindex: 0, role: 'region', 'aria-label': 'Answer' }, text.slice(0, MOST_SHOWN), text.length > MOST_SHOWN && '\n… (cut)'),
  ].filter(Boolean);
}

function pretty({ type, text }) {
  try {
    return /json(;|$)/.test(type) && !type.includes('ndjson') ? JSON.stringify(JSON.parse(text), null, 2) : text;
  } catch {
    return text;
  }
}
