// node readability.mjs LIST: reads the paths of HTML files from LIST (JSON array of {id, path}). For each line "round" on standard
// input it extracts all of them, from their bytes, with Readability.js over linkedom and prints the seconds of each as a JSON array;
// for a line "texts" it prints {id: text}.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const pages = JSON.parse(readFileSync(process.argv[2], 'utf8')).map(({ id, path }) => ({ id, bytes: readFileSync(path) }));
const texts = {};

function round() {
  return pages.map(({ id, bytes }) => {
    const started = process.hrtime.bigint();
    let text = '';
    try {
      text = new Readability(parseHTML(bytes.toString('utf8')).document).parse()?.textContent ?? '';
    } catch {
      // A page that it cannot read has no text.
    }
    texts[id] = text;
    return Number(process.hrtime.bigint() - started) / 1e9;
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(line === 'texts' ? texts : round())}\n`);
}
