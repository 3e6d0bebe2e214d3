// node readability.mjs LIST ROUNDS: reads the paths of HTML files from LIST (JSON array of {id, path}), extracts each so many
// times with Readability.js over linkedom, and prints {"seconds": sum of the best times, "texts": {id: text}}.
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const pages = JSON.parse(readFileSync(process.argv[2], 'utf8')).map(({ id, path }) => ({ id, html: readFileSync(path, 'utf8'), best: Infinity }));
const rounds = Number(process.argv[3]);
const texts = {};
for (let round = 0; round < rounds; round++) {
  for (const page of pages) {
    const started = process.hrtime.bigint();
    let text = '';
    try {
      text = new Readability(parseHTML(page.html).document).parse()?.textContent ?? '';
    } catch {
      // A page that it cannot read has no text.
    }
    page.best = Math.min(page.best, Number(process.hrtime.bigint() - started) / 1e9);
    texts[page.id] = text;
  }
}
process.stdout.write(JSON.stringify({ seconds: pages.reduce((sum, page) => sum + page.best, 0), texts }));
