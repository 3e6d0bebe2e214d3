// Follows an uploaded file until it is queryable, stored without claims, or failed.

import { get } from './api.js';
import { plural } from './words.js';

const FIRST_PAUSE = 150;
const LONGEST_PAUSE = 2000;
const GROWTH = 1.4;

/**
 * Tells `progress(share, text)` of each step. `sent` is what the upload answered: the status is about this version of the file when it has its ETag.
 * Answers the first article and a summary, or null when `signal` ends it.
 * @throws an Error with the reason when the file cannot be read.
 */
export async function follow(sent, signal, progress) {
  let pause = FIRST_PAUSE;
  progress(0.55, 'Stored, waiting to be read');
  while (!signal.aborted) {
    const file = await seen(sent.blob, signal);
    if (file?.etag === sent.etag) {
      if (file.state === 'failed') throw new Error(file.reason ?? 'the file could not be read');
      if (file.state === 'deleted') throw new Error('the file was deleted');
      if (file.state !== 'pending') return arrived(file, signal);
      progress(0.8, 'Read, extracting claims');
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(LONGEST_PAUSE, pause * GROWTH);
  }
  return null;
}

async function arrived(file, signal) {
  const article = await get(`articles/${encodeURIComponent(file.articles[0])}`, {}, signal);
  if (file.articles.length > 1) return { summary: `Queryable: ${plural(file.articles.length, 'article')}`, article };
  return { summary: article.notExtracted ? `Stored without claims (${article.notExtracted})` : `Queryable with ${plural(article.claims.length, 'claim')}`, article };
}

/** What is known of a file by now; null before anything is. */
async function seen(file, signal) {
  try {
    return await get('status', { file }, signal);
  } catch (error) {
    if (error.status === 404) return null;
    throw error;
  }
}
