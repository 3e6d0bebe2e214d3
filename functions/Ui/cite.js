// A claim as one line to paste into a story: who, in which role, what, and where it stands.

import { announce, h, route } from './dom.js';
import { day } from './words.js';

const SHOWN_MS = 2000;

export function citation(claim, article, role) {
  const who = [claim.speaker?.name ?? 'Nobody named', role].filter(Boolean).join(', ');
  const where = [article.title ?? article.source.blob, article.publisher, article.publishedAt.value && day(article.publishedAt.value)].filter(Boolean).join(', ');
  const address = new URL(route(`articles/${article.id}`, { claim: claim.id }), document.baseURI);
  return `${who}: ${claim.text} (${where}; ${address})`;
}

/** A button that copies; null where the browser gives no clipboard, as on plain http from another machine. */
export function copyButton(text, label) {
  if (!navigator.clipboard) return null;
  const button = h('button', { type: 'button', class: 'copy plain', 'aria-label': label }, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed';
    }
    announce(button.textContent);
    setTimeout(() => { button.textContent = 'Copy'; }, SHOWN_MS);
  });
  return button;
}
