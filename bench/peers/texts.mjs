// Times one pass over the texts of a JSON file (an array of strings) after passes for so many seconds to warm up, and prints
// {"characters", "seconds", "found"}; analyse returns how many things it found, so that nothing is left out as unused.
import { readFileSync } from 'node:fs';

export function measure(analyse) {
  const texts = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const warmupSeconds = Number(process.argv[3]);
  const limit = Number(process.argv[4]);
  const used = [];
  let characters = 0;
  for (const text of texts) {
    if (characters >= limit) break;
    used.push(text);
    characters += text.length;
  }
  let found = 0;
  for (let i = 0, end = Date.now() + warmupSeconds * 1000; Date.now() < end; i = (i + 1) % used.length) analyse(used[i]);
  const started = process.hrtime.bigint();
  for (const text of used) found += analyse(text);
  process.stdout.write(JSON.stringify({ characters, seconds: Number(process.hrtime.bigint() - started) / 1e9, found }));
}
