// node readability.mjs LIST ROUNDS: reads the paths of HTML files from LIST (JSON array of {id, path}), extracts each with
// Readability.js over linkedom, and prints {"seconds": processor time of the best round, "texts": {id: text}}.
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const pages = JSON.parse(readFileSync(process.argv[2], 'utf8')).map(({ id, path }) => ({ id, html: readFileSync(path, 'utf8') }));
const rounds = Number(process.argv[3]);
const texts = {};
let seconds = Infinity;
for (let round = 0; round < rounds; round++) {
  const started = process.cpuUsage();
  for (const { id, html } of pages) {
    try {
      texts[id] = new Readability(parseHTML(html).document).parse()?.textContent ?? '';
    } catch {
      texts[id] = '';
    }
  }
  const used = process.cpuUsage(started);
  seconds = Math.min(seconds, (used.user + used.system) / 1e6);
}
process.stdout.write(JSON.stringify({ seconds, texts }));
