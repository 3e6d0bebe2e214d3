// Follows an uploaded file until it is queryable, stored without claims, or failed.

import { get } from './api.js';
import { plural } from './words.js';

const FIRST_PAUSE = 150;
const LONGEST_PAUSE = 2000;
const GROWTH = 1.4;
/** A file whose articles have other ids than its own, such as an archive, has arrived when it is neither pending nor failed this often. */
const QUIET_LOOKS = 4;

/** When the file of this name failed before, if it did: an upload that mends it must not be told of that. */
export async function failedBefore(name, signal) {
  return (await get('status', {}, signal)).failed.find((file) => file.file === name)?.time ?? null;
}

/**
 * Tells `progress(share, text)` of each step. Answers the articles and a summary, or null when `signal` ends it.
 * `earlier` is what failedBefore() told before the upload.
 * @throws an Error with the reason when the file cannot be read.
 */
export async function follow(file, sent, earlier, signal, progress) {
  const hash = await sha256(file);
  let pause = FIRST_PAUSE;
  let quiet = 0;
  progress(0.55, 'Stored, waiting to be read');
  while (!signal.aborted) {
    const article = await existing(sent.articleId, signal);
    // An article of the same name may be there from before: its hash tells.
    const current = article && (!hash || article.contentHash === hash);
    if (current && article.state === 'pending') progress(0.8, 'Read, extracting claims');
    if (current && article.state !== 'pending') return one(article);
    const status = await get('status', {}, signal);
    const failure = status.failed.find((other) => other.file === sent.blob && other.time !== earlier);
    if (failure && !current) throw new Error(failure.reason ?? 'the file could not be read');
    if (status.pending.some((other) => other.file === sent.blob)) {
      progress(0.8, 'Read, extracting claims');
      quiet = 0;
    } else if (!current && ++quiet >= QUIET_LOOKS) {
      const articles = (await get('articles', { limit: 200 }, signal)).items.filter((other) => other.blob === sent.blob);
      if (articles.length > 0) return many(articles);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(LONGEST_PAUSE, pause * GROWTH);
  }
  return null;
}

function one(article) {
  const summary = article.notExtracted ? `Stored without claims (${article.notExtracted})` : `Queryable with ${plural(article.claims.length, 'claim')}`;
  return { summary, articles: [article] };
}

function many(articles) {
  return { summary: `Queryable: ${plural(articles.length, 'article')}`, articles: articles.slice(0, 1) };
}

async function existing(id, signal) {
  try {
    return await get(`articles/${encodeURIComponent(id)}`, {}, signal);
  } catch (error) {
    if (error.status === 404) return null;
    throw error;
  }
}

/** Null where the browser offers no hashes: on plain http from another machine. */
async function sha256(file) {
  if (!crypto.subtle) return null;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return bytes.toHex?.() ?? Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
