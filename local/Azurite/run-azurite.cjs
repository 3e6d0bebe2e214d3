// Runs Azurite inside a process that ends with its parent, however that ends: the parent holds the other end of stdin.
// usage: node run-azurite.cjs path/to/azurite.js [Azurite's own options]
"use strict";

const path = require("path");

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

// Azurite's store walks all that the first property of a query gives, and Azurite names the account or the partition first: it would walk everything for each row, blob
// and message. What tells most goes first here, and removing nothing does nothing, which the store takes as a reason to sort all its indexes anew.
const Loki = require(require.resolve("lokijs", { paths: [path.dirname(entryPoint)] }));
const { Collection } = Loki;
const telling = ["RowKey", "messageId", "name"];
const { findOne, removeBatch } = Collection.prototype;
Collection.prototype.findOne = function (query) {
  const first = telling.find(property => query?.[property] !== undefined);
  return findOne.call(this, first ? { [first]: query[first], ...query } : query);
};
Collection.prototype.removeBatch = function (documents) {
  return documents.length === 0 ? undefined : removeBatch.call(this, documents);
};

// A table is a collection, and Azurite looks for it twice, first by its name in small letters. The store walks the tables of all accounts for that: with the hundreds of accounts
// of the tests, a tenth of its time. What was found is kept by the list of collections, because loading makes a new one.
const found = new WeakMap();
const foundIn = collections => found.get(collections) ?? found.set(collections, new Map()).get(collections);
const { getCollection } = Loki.prototype;
Loki.prototype.getCollection = function (name) {
  const byName = foundIn(this.collections);
  if (!byName.has(name)) byName.set(name, getCollection.call(this, name));
  return byName.get(name);
};
for (const change of ["addCollection", "removeCollection"]) {
  const original = Loki.prototype[change];
  Loki.prototype[change] = function (name, ...others) {
    foundIn(this.collections).delete(name);
    return original.call(this, name, ...others);
  };
}

require(entryPoint);
