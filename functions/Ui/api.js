// The only place that talks to the API.

import { askKey, currentKey } from './key.js';

const API = new URL('../', document.baseURI);
const REFUSED = 401;

/** What the API refused, in the words of its problem details. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail || problem?.title || (status ? `The server answered ${status}.` : 'The server cannot be reached.'));
    this.status = status;
    this.errors = problem?.errors ?? [];
  }
}

/** GET of a list or a resource; parameters without a value are left out. */
export async function get(path, query = {}, signal = undefined) {
  return send((headers) => request(path, query, { headers, signal }));
}

/** POST without a body; `needs` says which key it takes where any will not do. */
export async function post(path, needs = null) {
  return send((headers) => request(path, {}, { method: 'POST', headers }), needs);
}

/** Any call as it is, refused or not: its address, status, type and text. */
export async function call(method, path, query, body) {
  for (let asked = false; ; asked = true) {
    const key = currentKey();
    const url = address(path, query);
    const response = await fetch(url, { method, body, headers: key ? { 'x-functions-key': key } : {}, cache: 'no-cache', referrerPolicy: 'no-referrer' });
    const text = method === 'HEAD' ? '' : await response.text();
    if (response.status !== REFUSED || asked || !(await askKey(key ? 'This key was not accepted.' : null))) {
      return { url, keyed: Boolean(key), status: response.status, type: response.headers.get('content-type') ?? '', text };
    }
  }
}

/** Uploads one file under its name; tells the share sent, 0 to 1. */
export function upload(file, onProgress) {
  return send((headers) => new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', address('articles', { name: file.name }));
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    if (!file.type) call.setRequestHeader('content-type', 'application/octet-stream');
    call.upload.addEventListener('progress', (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0));
    call.addEventListener('load', () => resolve({ status: call.status, body: parse(call.responseText) }));
    call.addEventListener('error', () => reject(new ApiError(0)));
    call.send(file);
  }));
}

async function send(call, needs = null) {
  for (;;) {
    const key = currentKey();
    const { status, body } = await call(key ? { 'x-functions-key': key } : {});
    if (status >= 200 && status < 300) return body;
    if (status !== REFUSED) throw new ApiError(status, body);
    const changed = currentKey() !== key;
    if (!changed && !(await askKey(needs ?? (key ? 'This key was not accepted.' : null)))) {
      throw new ApiError(REFUSED, { detail: 'The API needs a key: choose Key at the top of the page to enter one.' });
    }
  }
}

async function request(path, query, options) {
  let response;
  try {
    response = await fetch(address(path, query), { ...options, cache: 'no-cache', referrerPolicy: 'no-referrer' });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(0);
  }
  return { status: response.status, body: parse(await response.text()) };
}

function address(path, query) {
  const url = new URL(path, API);
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  return url;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
