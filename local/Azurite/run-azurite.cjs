// Runs Azurite inside a process that ends with its parent, however that ends: the parent holds the other end of stdin.
// usage: node run-azurite.cjs path/to/azurite.js [Azurite's own options]
"use strict";

// Ctrl+C reaches every process of the terminal. The parent decides when its storage goes, after its own last write.
const once = process.once;
process.once = function (event, listener) {
  return event === "SIGINT" ? this : once.call(this, event, listener);
};
process.on("SIGINT", () => {});

process.stdin.on("error", () => {});
process.stdin.on("close", () => process.kill(process.pid, "SIGTERM"));
process.stdin.resume();

const [entryPoint] = process.argv.splice(2, 1);
require(entryPoint);
