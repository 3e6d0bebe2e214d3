// The OpenAPI description of the API, as people read it: what there is to call, with what, what comes back, and a form to try it.

import { get } from './api.js';
import { h, route } from './dom.js';
import { shape, typeOf } from './schema.js';
import { fill } from './states.js';
import { tryIt } from './try.js';

export function apiView({ query, signal }) {
  const region = h('div', {});
  fill(region, signal, () => get('openapi.json', {}, signal), (document) => page(document, query.operation));
  return h('section', { class: 'api' }, h('h1', {}, 'API'), region);
}

function page(document, chosen) {
  const resolve = (schema) => schema?.$ref ? schema.$ref.slice(2).split('/').reduce((node, name) => node[name], document) : schema;
  const operations = Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item)
    .filter(([method]) => method !== 'head')
    .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation, head: 'head' in item && method === 'get' })));
  return [
    h('p', {}, document.info.description, ' All addresses lie below ', h('code', {}, document.servers[0].url), '. The same ', h('a', { href: '../openapi.json' }, `as OpenAPI ${document.openapi}`), ', for programs.'),
    h('p', { class: 'muted' }, 'Errors are problem details (RFC 9457): they name the parameter and what is accepted.'),
    h('div', { class: 'operations' }, operations.map((one) => operation(one, resolve, one.operation.operationId === chosen))),
  ];
}

function operation({ method, path, operation: described, head }, resolve, open) {
  const body = h('div', { class: 'described' });
  const details = h('details', { class: 'panel', open },
    h('summary', {}, h('h2', {}, h('span', { class: `badge tone-${method === 'GET' ? 'blue' : method === 'DELETE' ? 'red' : 'violet'}` }, method), ' ', h('code', {}, path)), h('span', { class: 'summary' }, described.summary)),
    body);
  const show = () => {
    if (body.hasChildNodes()) return;
    body.append(...[
      h('p', { class: 'muted small' }, access(described), head && ' HEAD works too.', ' ', h('a', { href: route('api', { operation: described.operationId }) }, 'Link to this')),
      parameters(described.parameters),
      described.requestBody && h('p', {}, 'Body: ', Object.keys(described.requestBody.content).map((type, i) => [i > 0 && ' or ', h('code', {}, type)])),
      ...Object.entries(described.responses).map(([status, response]) => answer(status, response, resolve)),
      tryIt(method, path, described),
    ].filter(Boolean));
  };
  details.addEventListener('toggle', () => { if (details.open) show(); });
  if (open) {
    show();
    requestAnimationFrame(() => details.scrollIntoView());
  }
  return details;
}

function access(described) {
  if (described.security.length === 0) return 'No key.';
  return described.description ?? 'Any function key, as the header x-functions-key or as code.';
}

function parameters(list) {
  if (list.length === 0) return null;
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Parameters' }, h('table', {},
    h('thead', {}, h('tr', {}, ['Parameter', 'In', 'What', 'Accepted'].map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, list.map((one) => h('tr', {},
      h('th', { scope: 'row' }, h('code', {}, one.name), one.required && ' (needed)'),
      h('td', {}, one.in),
      h('td', {}, one.description ?? ''),
      h('td', {}, typeOf(one.schema)))))));
}

function answer(status, response, resolve) {
  const types = Object.entries(response.content ?? {});
  const schema = types.map(([, content]) => content.schema).find(Boolean);
  return h('details', { class: 'answer' },
    h('summary', {}, h('b', {}, status === 'default' ? 'Any error' : status), ' ', types.map(([type], i) => [i > 0 && ', ', h('code', {}, type)]), types.length === 0 && 'no JSON body'),
    h('p', {}, response.description),
    schema && (schema.anyOf ?? [schema]).map((one, i) => [i > 0 && h('p', {}, 'or'), shape(one, resolve)]));
}
