// SPDX-License-Identifier: BSL-1.0
//
// The tables of dataset.sql as Drizzle describes them; tables.hpp is virga's description of the same.
import * as drizzle from 'drizzle-orm';
import {
  bigint, boolean, char, cidr, customType, date, doublePrecision, inet, integer, interval, json, jsonb, macaddr, numeric,
  pgEnum, pgMaterializedView, pgSchema, pgTable, pgTableCreator, pgView, primaryKey, real, smallint, text, time,
  timestamp, unique, uuid, varchar,
} from 'drizzle-orm/pg-core';

const { sql } = drizzle;
// the release candidate has relations of another kind, and none here
const relations = drizzle.relations ?? (() => undefined);

const identity = () => integer('id').primaryKey().generatedByDefaultAsIdentity();

export const users = pgTable('users', {
  id: identity(),
  name: text('name').notNull(),
  email: varchar('email', { length: 255 }).notNull().unique(),
  role: text('role').notNull().default('user'),
  age: integer('age'),
  managerId: integer('manager_id').references(() => users.id),
  balance: numeric('balance', { precision: 10, scale: 2 }).notNull().default('0'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
});

export const posts = pgTable('posts', {
  id: identity(),
  authorId: integer('author_id').notNull().references(() => users.id, { onDelete: 'cascade' }),
  title: text('title').notNull(),
  body: text('body'),
  published: boolean('published').notNull().default(false),
  views: integer('views').notNull().default(0),
  createdOn: date('created_on').notNull().default('2024-01-01'),
}, (t) => [unique().on(t.authorId, t.title)]);

export const comments = pgTable('comments', {
  id: identity(),
  postId: integer('post_id').notNull().references(() => posts.id, { onDelete: 'cascade' }),
  userId: integer('user_id').references(() => users.id, { onDelete: 'set null' }),
  body: text('body').notNull(),
  rating: smallint('rating'),
});

export const tags = pgTable('tags', { label: text('label').primaryKey(), description: text('description') });

export const postTags = pgTable('post_tags', {
  postId: integer('post_id').notNull().references(() => posts.id, { onDelete: 'cascade' }),
  tag: text('tag').notNull().references(() => tags.label),
  place: integer('place').notNull().default(1),
}, (t) => [primaryKey({ columns: [t.postId, t.tag] })]);

export const lab = pgSchema('lab');
export const readings = lab.table('readings', {
  station: integer('station').notNull(),
  day: date('day').notNull(),
  channel: smallint('channel'),
  ticks: bigint('ticks', { mode: 'number' }).notNull().default(0),
  noise: real('noise'),
  level: doublePrecision('level'),
  price: numeric('price', { precision: 12, scale: 2 }),
  note: text('note').default('none'),
}, (t) => [primaryKey({ columns: [t.station, t.day] })]);
export const labUsers = lab.table('users', { id: integer('id').primaryKey(), name: text('name').notNull() });

export const mood = pgEnum('mood', ['sad', 'ok', 'happy']);
const bytea = customType({ dataType: () => 'bytea', toDriver: (value) => Buffer.from(value) });

export const things = pgTable('things', {
  id: integer('id').primaryKey(),
  small: smallint('small'),
  big: bigint('big', { mode: 'bigint' }),
  exact: numeric('exact', { precision: 12, scale: 3 }),
  single: real('single'),
  double: doublePrecision('double'),
  words: text('words'),
  short: varchar('short', { length: 20 }),
  fixed: char('fixed', { length: 5 }),
  flag: boolean('flag'),
  uniqueId: uuid('unique_id'),
  plain: json('plain'),
  binaryJson: jsonb('binary_json'),
  bytes: bytea('bytes'),
  localTime: timestamp('local_time', { mode: 'string' }),
  zonedTime: timestamp('zoned_time', { withTimezone: true, mode: 'string' }),
  day: date('day'),
  clock: time('clock'),
  span: interval('span'),
  address: inet('address'),
  network: cidr('network'),
  card: macaddr('card'),
  numbers: integer('numbers').array(),
  labels: text('labels').array(),
  feeling: mood('feeling'),
});

export const odd = pgTable('odd "name"', {
  select: integer('select').primaryKey(),
  greeting: text('say "hi"; --').notNull(),
  summer: text('été').notNull(),
});

const shop = pgTableCreator((name) => `shop_${name}`);
export const orders = shop('orders', {
  id: identity(),
  customer: text('customer').notNull(),
  total: integer('total').notNull().default(0),
  placedOn: date('placed_on'),
});

export const defaultsOnly = pgTable('defaults_only', {
  id: identity(),
  mood: text('mood').default('calm'),
  state: text('state'),
});

/** The same table, with values that the program itself computes. */
export const computedDefaults = pgTable('defaults_only', {
  id: identity(),
  mood: text('mood').$defaultFn(() => 'computed'),
  state: text('state').$onUpdateFn(() => 'touched'),
});
export const computedSql = pgTable('defaults_only', {
  id: identity(),
  mood: text('mood').default('calm'),
  state: text('state').$onUpdateFn(() => sql`upper('touched')`),
});

export const tickets = pgTable('tickets', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  subject: text('subject').notNull(),
});

export const authors = pgView('authors', {
  id: integer('id').notNull(),
  name: text('name').notNull(),
  written: bigint('written', { mode: 'number' }).notNull(),
}).existing();
export const postTotals = pgMaterializedView('post_totals', {
  authorId: integer('author_id').notNull(),
  views: bigint('views', { mode: 'number' }),
}).existing();

export const usersRelations = relations(users, ({ one, many }) => ({
  manager: one(users, { fields: [users.managerId], references: [users.id], relationName: 'managed' }),
  reports: many(users, { relationName: 'managed' }),
  posts: many(posts),
  comments: many(comments),
}));
export const postsRelations = relations(posts, ({ one, many }) => ({
  author: one(users, { fields: [posts.authorId], references: [users.id] }),
  comments: many(comments),
  tags: many(postTags),
}));
export const commentsRelations = relations(comments, ({ one }) => ({
  post: one(posts, { fields: [comments.postId], references: [posts.id] }),
  user: one(users, { fields: [comments.userId], references: [users.id] }),
}));
export const postTagsRelations = relations(postTags, ({ one }) => ({
  post: one(posts, { fields: [postTags.postId], references: [posts.id] }),
  label: one(tags, { fields: [postTags.tag], references: [tags.label] }),
}));
export const tagsRelations = relations(tags, ({ many }) => ({ posts: many(postTags) }));
