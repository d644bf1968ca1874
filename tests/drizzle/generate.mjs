// SPDX-License-Identifier: BSL-1.0
//
// Writes goldens.json: each case of cases.mjs as Drizzle sends it, and what PostgreSQL answers on dataset.sql.
//
//   npm install && DATABASE_URL=postgres://… npm run generate
//
// and candidate.json: the cases in which the release candidate of Drizzle 1.0 differs from that, and why.
//
//   DATABASE_URL=postgres://… npm run compare
//
// Everything happens in one transaction that is rolled back; the database may be any.
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import { drizzle } from 'drizzle-orm/pg-proxy';
import * as schema from './schema.mjs';
import { groups as all } from './cases.mjs';

// The candidate has another language for relational queries.
const isCandidate = process.argv.includes('candidate');
const { relational, ...others } = all;
const groups = isCandidate ? others : all;

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

const before = new Map(isCandidate ? JSON.parse(readFileSync(here('goldens.json'), 'utf8')).map((one) => [one.case, one]) : []);
const goldens = [];
const refusals = [];  // of the candidate
for (const [group, cases] of Object.entries(groups)) {
  for (const [name, query] of Object.entries(cases)) {
    try {
      const { sql, params } = await statementOf(query);
      await client.query('savepoint before; select restart_identities()');
      const ordered = isCandidate ? before.get(name).ordered : isOrdered(sql);
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
      if (isCandidate) {
        if (error instanceof pg.DatabaseError) await client.query('rollback to savepoint before');
        refusals.push({ case: name, message: error.message });
        continue;
      }
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
const textOf = (goldens) => `[\n${goldens.map((golden) => {
  const fields = Object.entries(golden).map(([key, value]) => {
    if (key === 'rows') return `    "rows": ${lines(value)}`;
    if (key === 'afterwards')
      return `    "afterwards": {${Object.entries(value).map(([table, rows]) => `${line(table)}: ${lines(rows)}`).join(', ')}}`;
    return `    ${line(key)}: ${line(value)}`;
  });
  return `  {\n${fields.join(',\n')}\n  }`;
}).join(',\n')}\n]\n`;
/** What is other in the candidate's statement, or in what it does. */
const reasonOf = (golden, was) => {
  if (line([golden.rows, golden.afterwards]) !== line([was.rows, was.afterwards])) return 'other rows';
  if (golden.sql === was.sql) return 'the values are sent in another form';
  const bare = (sql) => sql.replace(/[()]/g, ' ').replace(/ +/g, ' ').trim();
  if (bare(golden.sql) === bare(was.sql)) return 'more brackets around conditions';
  if (golden.sql.includes('"drizzle_union"')) return 'what follows a set operation stands in a query around it';
  const unqualified = (sql) => bare(sql).replace(/("[a-z_]+")\.(?=")/g, '');
  if (unqualified(golden.sql) === unqualified(was.sql)) return 'columns are called with their table';
  return 'other words';
};
const counts = Object.entries(groups).map(([group, cases]) => `${group} ${Object.keys(cases).length}`);

if (!isCandidate) {
  writeFileSync(here('goldens.json'), textOf(goldens));
  console.log(`${goldens.length} goldens: ${counts.join(', ')}`);
} else {
  const different = goldens.filter((golden) => line(golden) !== line(before.get(golden.case)));
  // what is the same as before stands in goldens.json
  const why = (golden) => {
    const was = before.get(golden.case);
    const others = Object.entries(golden).filter(([key, value]) => key === 'case' || line(value) !== line(was[key]));
    return { why: reasonOf(golden, was), ...Object.fromEntries(others) };
  };
  writeFileSync(here('candidate.json'), textOf(different.map(why)));
  console.log(`${different.length} of ${goldens.length} goldens differ`);
  for (const reason of new Set(different.map((golden) => why(golden).why)))
    console.log(`${reason}: ${different.filter((golden) => why(golden).why === reason).map((golden) => golden.case).join(' ')}`);
  for (const refusal of refusals) console.log(`not to be said: ${refusal.case}: ${refusal.message}`);
}
