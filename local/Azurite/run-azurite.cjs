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

// Each account's table is a collection, found by walking all of them, once for its name in small letters, which none has, and once for its name.
const collections = new WeakMap();
const { getCollection, addCollection, removeCollection } = Loki.prototype;
const known = db => collections.get(db.collections) ?? collections.set(db.collections, new Map()).get(db.collections);
Loki.prototype.getCollection = function (name) {
  const names = known(this);
  if (!names.has(name)) names.set(name, getCollection.call(this, name));
  return names.get(name);
};
Loki.prototype.addCollection = function (name, options) {
  known(this).delete(name);
  return addCollection.call(this, name, options);
};
Loki.prototype.removeCollection = function (name) {
  known(this).delete(name);
  return removeCollection.call(this, name);
};

require(entryPoint);
