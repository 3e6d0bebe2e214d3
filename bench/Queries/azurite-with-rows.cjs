// Runs Azurite with rows that lie in a file of its folder besides those that it is given by calls. Azurite holds all rows in memory and looks at each for every query, and its
// own file is read as one string, which ends at half a gigabyte; here only keys are held, in order, as the service does it. All else is Azurite: HTTP, keys, filters of what it was given, answers.
// usage: node azurite-with-rows.cjs path/to/azurite.js --location FOLDER [Azurite's own options]; the rows are FOLDER/rows, a line each: table, partition, key, properties as JSON, tabs between
"use strict";

const fs = require("fs");
const path = require("path");

const [, , entryPoint] = process.argv;
const folder = process.argv[process.argv.indexOf("--location") + 1];
const file = path.join(folder, "rows");
const CHUNK = 64 * 1024 * 1024;
const TAB = 9;
const NEWLINE = 10;

/** Rows by table, then partition: keys in order, and where their properties lie in the file. */
const tables = new Map();
let descriptor;

function read() {
  descriptor = fs.openSync(file, "r");
  const buffer = Buffer.alloc(CHUNK);
  let kept = 0;
  let position = 0;
  for (;;) {
    const got = fs.readSync(descriptor, buffer, kept, buffer.length - kept, position + kept);
    if (got === 0) break;
    const end = kept + got;
    let start = 0;
    for (let newline = buffer.indexOf(NEWLINE); newline >= 0 && newline < end; newline = buffer.indexOf(NEWLINE, start)) {
      const first = buffer.indexOf(TAB, start);
      const second = buffer.indexOf(TAB, first + 1);
      const third = buffer.indexOf(TAB, second + 1);
      partition(buffer.latin1Slice(start, first), buffer.latin1Slice(first + 1, second)).push({ key: buffer.latin1Slice(second + 1, third), at: position + third + 1, length: newline - third - 1 });
      start = newline + 1;
    }
    buffer.copyWithin(0, start, end);
    kept = end - start;
    position += start;
    buffer.fill(0, kept);
  }
  for (const partitions of tables.values()) for (const rows of partitions.values()) rows.sort((a, b) => (a.key < b.key ? -1 : 1));

  function partition(table, name) {
    if (!tables.has(table)) tables.set(table, new Map());
    const partitions = tables.get(table);
    if (!partitions.has(name)) partitions.set(name, []);
    return partitions.get(name);
  }
}

/** The first index whose key is not before this one. */
function lowerBound(rows, key) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle].key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** At most so many rows of the file that pass a filter, from a place on; the filters that a range needs are understood, any other is refused. */
function find(table, filter, max, fromPartition, fromKey) {
  const partitions = tables.get(table.toLowerCase());
  if (!partitions) return [];
  let only;
  let lower = "";
  let upper;
  for (const term of (filter ?? "").split(" and ").filter(Boolean)) {
    const [, name, operator, value] = /^\(?\(?(PartitionKey|RowKey) (eq|ge|gt|lt) '([^']*)'\)?\)?$/.exec(term.trim()) ?? [];
    if (name === "PartitionKey" && operator === "eq") only = value;
    else if (name === "RowKey" && operator === "ge") lower = value;
    else if (name === "RowKey" && operator === "gt") lower = value + "\0";
    else if (name === "RowKey" && operator === "lt") upper = value;
    else throw new Error(`rows of a file cannot be asked for by ${filter}`);
  }
  const found = [];
  for (const name of [...partitions.keys()].sort()) {
    if ((only !== undefined && name !== only) || (fromPartition !== undefined && name < fromPartition)) continue;
    const rows = partitions.get(name);
    const from = name === fromPartition && fromKey !== undefined && fromKey > lower ? fromKey : lower;
    for (let i = lowerBound(rows, from); i < rows.length && found.length < max; i++) {
      if (upper !== undefined && rows[i].key >= upper) break;
      found.push(entity(name, rows[i]));
    }
  }
  return found;
}

function entity(name, row) {
  const bytes = Buffer.alloc(row.length);
  fs.readSync(descriptor, bytes, 0, row.length, row.at);
  const properties = JSON.parse(bytes.toString("utf8"));
  return { PartitionKey: name, RowKey: row.key, properties, lastModifiedTime: properties.Timestamp, eTag: `W/"datetime'${encodeURIComponent(properties.Timestamp)}'"` };
}

read();
const { default: Store } = require(path.join(path.dirname(entryPoint), "table", "persistence", "LokiTableMetadataStore.js"));
const query = Store.prototype.queryTableEntities;
const get = Store.prototype.queryTableEntitiesWithPartitionAndRowKey;

Store.prototype.queryTableEntities = async function (context, account, table, options, nextPartition, nextKey) {
  const max = this.getMaxResultsOption(options);
  const own = await query.call(this, context, account, table, options, nextPartition, nextKey);
  const found = find(table, options.filter, max + 1, this.decodeContinuationHeader(nextPartition), this.decodeContinuationHeader(nextKey));
  if (found.length === 0) return own;
  // Rows that came by calls are few: they never fill an answer.
  const result = [...found, ...own[0]].sort((a, b) => (a.PartitionKey === b.PartitionKey ? (a.RowKey < b.RowKey ? -1 : 1) : a.PartitionKey < b.PartitionKey ? -1 : 1)).slice(0, max + 1);
  const { nextPartitionKeyResponse, nextRowKeyResponse } = this.adjustQueryResultforTop(result, max);
  return [result, nextPartitionKeyResponse, nextRowKeyResponse];
};

Store.prototype.queryTableEntitiesWithPartitionAndRowKey = async function (context, table, account, partitionKey, rowKey, batchId) {
  const own = await get.call(this, context, table, account, partitionKey, rowKey, batchId);
  if (own) return own;
  const rows = tables.get(table.toLowerCase())?.get(partitionKey) ?? [];
  const at = lowerBound(rows, rowKey);
  return rows[at]?.key === rowKey ? entity(partitionKey, rows[at]) : own;
};

require(path.join(__dirname, "..", "..", "local", "Azurite", "run-azurite.cjs"));
