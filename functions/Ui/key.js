// The function key: typed once, kept for this tab, sent as a header and never part of an address.

const STORED = 'newsingest-key';

const dialog = document.getElementById('key-dialog');
const form = document.getElementById('key-form');
const input = document.getElementById('key-value');
const problem = document.getElementById('key-problem');
let asking = null;

export function currentKey() {
  return sessionStorage.getItem(STORED);
}

/** Asks for a key, once for all who ask at the same time. False when the person declines. */
export function askKey(message) {
  asking ??= new Promise((resolve) => {
    problem.hidden = !message;
    problem.textContent = message ?? '';
    input.value = '';
    dialog.returnValue = '';
    dialog.addEventListener('close', () => {
      asking = null;
      const key = dialog.returnValue === 'use' ? input.value.trim() : '';
      input.value = '';
      if (key) sessionStorage.setItem(STORED, key);
      resolve(Boolean(key));
    }, { once: true });
    dialog.showModal();
  });
  return asking;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  dialog.close('use');
});
document.getElementById('key-cancel').addEventListener('click', () => dialog.close(''));
