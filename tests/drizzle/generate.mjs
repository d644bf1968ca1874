// SPDX-License-Identifier: BSL-1.0
//
// Writes goldens.json: each case of cases.mjs as Drizzle sends it, and what PostgreSQL answers on dataset.sql.
//
//   npm install && DATABASE_URL=postgres://… npm run generate
//
// Everything happens in one transaction that is rolled back; the database may be any.
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import { drizzle } from 'drizzle-orm/pg-proxy';
import * as schema from './schema.mjs';
import { groups } from './cases.mjs';

const here = (name) => new URL(name, import.meta.url);

// What a query would send, caught where a driver would send it: this holds for queries that have no toSQL(), too.
let sent = null;
const db = drizzle(async (sql, params) => {
  sent ??= { sql, params };
  return { rows: [] };
}, { schema });

/** A value as its text in the protocol; null stays null. */
const asParameter = (value) => Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : prepareValue(value);

const statementOf = async (query) => {
  sent = null;
  // Nothing comes back, which a query that needs a row takes badly; what it sent is all that is wanted.
  try { await query(db); } catch (error) { if (sent === null) throw error; }
  if (sent === null) throw new Error('nothing was sent');
  return { sql: sent.sql, params: sent.params.map(asParameter) };
};

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const asText = { getTypeParser: () => (text) => text };
const rowsOf = async (text, values = []) =>
  (await client.query({ text, values, rowMode: 'array', types: asText })).rows.map((row) =>
    row.map((cell) => cell === null ? null : String(cell)));

/** Whether the order of the rows is part of the answer: `order by` outside of every bracket. */
const isOrdered = (sql) => {
  let depth = 0, ordered = false;
  for (const [piece] of sql.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]|order by|[^]/g)) {
    if (piece === '(') ++depth;
    else if (piece === ')') --depth;
    else if (piece === 'order by' && depth === 0) ordered = true;
  }
  return ordered;
};
/** The tables that a statement writes; their rows afterwards are part of the answer. */
const writtenBy = (sql) => [...new Set(
  [...sql.matchAll(/(?:insert into|(?<!for )update|delete from) ((?:"(?:[^"]|"")+"\.)?"(?:[^"]|"")+")/g)].map((m) => m[1]))];

const compareText = (left, right) => left < right ? -1 : left > right ? 1 : 0;
const sorted = (rows) => rows.map((row) => [JSON.stringify(row), row]).sort((a, b) => compareText(a[0], b[0])).map((p) => p[1]);

await client.query('begin');
await client.query("create schema virga_goldens; set local search_path = virga_goldens; set local timezone = 'UTC';" +
  " set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres'; set local client_min_messages = warning");
await client.query(readFileSync(here('dataset.sql'), 'utf8'));

const goldens = [];
for (const [group, cases] of Object.entries(groups)) {
  for (const [name, query] of Object.entries(cases)) {
    try {
      const { sql, params } = await statementOf(query);
      await client.query('savepoint before; select restart_identities()');
      const ordered = isOrdered(sql);
      const answer = await rowsOf(sql, params);
      const golden = { case: name, group, sql, params, ordered, rows: ordered ? answer : sorted(answer) };
      const written = writtenBy(sql);
      if (written.length > 0) {
        golden.afterwards = {};
        for (const table of written) golden.afterwards[table] = sorted(await rowsOf(`select * from ${table}`));
      }
      await client.query('rollback to savepoint before');
      if (goldens.some((other) => other.case === name)) throw new Error('two cases have this name');
      goldens.push(golden);
    } catch (error) {
      error.message = `${group}, ${name}: ${error.message}; ${sent?.sql}`;
      throw error;
    }
  }
}
await client.query('rollback');
await client.end();

// One line for each row and for each field, so that a change reads well.
const line = (value) => JSON.stringify(value);
const lines = (rows) => rows.length === 0 ? '[]' : `[\n${rows.map((row) => `      ${line(row)}`).join(',\n')}\n    ]`;
const text = goldens.map((golden) => {
  const fields = Object.entries(golden).map(([key, value]) => {
    if (key === 'rows') return `    "rows": ${lines(value)}`;
    if (key === 'afterwards')
      return `    "afterwards": {${Object.entries(value).map(([table, rows]) => `${line(table)}: ${lines(rows)}`).join(', ')}}`;
    return `    ${line(key)}: ${line(value)}`;
  });
  return `  {\n${fields.join(',\n')}\n  }`;
});
writeFileSync(here('goldens.json'), `[\n${text.join(',\n')}\n]\n`);
const counts = Object.entries(groups).map(([group, cases]) => `${group} ${Object.keys(cases).length}`);
console.log(`${goldens.length} goldens: ${counts.join(', ')}`);
