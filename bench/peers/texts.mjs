// Times passes over the texts of a JSON file (an array of strings) once they no longer get faster, and prints
// {"characters", "passes" (characters per second), "warmupSeconds", "found"}; analyse returns how many things it found, so that nothing
// is left out as unused. The rule of the warm-up is that of bench/Speed/Warmup.cs.
import { readFileSync } from 'node:fs';

const windowSeconds = 1;
const patience = 6;
const gain = 0.02;

const now = () => Number(process.hrtime.bigint()) / 1e9;

export function measure(analyse) {
  const [path, warmupLimit, passes, limit] = [process.argv[2], ...process.argv.slice(3).map(Number)];
  const texts = [];
  let characters = 0;
  for (const text of JSON.parse(readFileSync(path, 'utf8'))) {
    if (characters >= limit) break;
    texts.push(text);
    characters += text.length;
  }
  let found = 0;
  let next = 0;
  const one = () => {
    const text = texts[next];
    next = (next + 1) % texts.length;
    found += analyse(text);
    return text.length;
  };
  const started = now();
  let best = 0;
  for (let sinceBest = 0; sinceBest < patience && now() - started < warmupLimit; sinceBest++) {
    let read = 0;
    const windowStarted = now();
    while (now() - windowStarted < windowSeconds) read += one();
    const speed = read / (now() - windowStarted);
    if (speed > best * (1 + gain)) {
      best = speed;
      sinceBest = -1;
    }
  }
  const warmupSeconds = now() - started;
  const speeds = [];
  for (let pass = 0; pass < passes; pass++) {
    const passStarted = now();
    found = 0;
    for (const text of texts) found += analyse(text);
    speeds.push(characters / (now() - passStarted));
  }
  process.stdout.write(JSON.stringify({ characters, passes: speeds, warmupSeconds, found }));
}
