// A button that has something tried again.

import { post } from './api.js';
import { announce, h } from './dom.js';

const LOOK_AGAIN_MS = 1500;

/** `what` names the thing for those who do not see where the button stands; `refresh` shows what became of it. */
export function again(path, what, refresh, { text = 'Try again', needs = null } = {}) {
  const said = h('span', { class: 'said-again', role: 'status' });
  const button = h('button', { type: 'button', 'aria-label': `${text}: ${what}` }, text);
  button.addEventListener('click', async () => {
    button.disabled = true;
    said.textContent = 'Asked for again';
    try {
      const answer = await post(path, needs);
      const failed = answer?.failed ?? [];
      if (failed.length > 0) {
        said.textContent = `${answer.retried} asked for again, ${failed.length} not: ${failed[0].reason}`;
        button.disabled = false;
        return;
      }
      announce(`${what}: asked for again`);
      setTimeout(refresh, LOOK_AGAIN_MS);
    } catch (error) {
      said.textContent = error.message;
      button.disabled = false;
    }
  });
  return [button, said];
}
