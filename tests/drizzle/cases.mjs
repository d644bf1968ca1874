// SPDX-License-Identifier: BSL-1.0
//
// The queries, by group, as one writes them with Drizzle. The same names stand before virga's in *_cases.cpp.
import {
  and, arrayContained, arrayContains, arrayOverlaps, asc, avg, avgDistinct, between, count, countDistinct, desc, eq,
  exists, getTableColumns, gt, gte, ilike, inArray, isNotNull, isNull, like, lt, lte, max, min, ne, not, notBetween,
  notExists, notIlike, notInArray, notLike, or, sql, sum, sumDistinct,
} from 'drizzle-orm';
import { alias, except, exceptAll, intersect, intersectAll, union, unionAll } from 'drizzle-orm/pg-core';
import {
  authors, comments, computedDefaults, computedSql, defaultsOnly, labUsers, odd, orders, postTags, postTotals, posts,
  readings, tags, things, tickets, users,
} from './schema.mjs';

const manager = alias(users, 'manager');
const reviewer = alias(users, 'reviewer');
const id = users.id;

export const groups = {
  select: {
    select_all_fields: (db) => db.select().from(users).orderBy(id),
    select_some_fields: (db) => db.select({ id, name: users.name }).from(users).orderBy(id),
    select_one_field: (db) => db.select({ title: posts.title }).from(posts),
    select_same_field_twice: (db) => db.select({ a: id, b: id, n: users.name }).from(users).orderBy(id),
    select_sql: (db) => db.select({ name: sql`upper(${users.name})` }).from(users).orderBy(id),
    select_typed_sql: (db) => db.select({ name: sql`upper(${users.name})`.as('upper_name'), id }).from(users).orderBy(id),
    select_sql_with_value: (db) => db.select({ name: sql`repeat(${users.name}, ${2}::integer)` }).from(users).orderBy(id),
    select_sql_in_where: (db) => db.select({ id }).from(users).where(sql`length(${users.name}) > ${3}::integer`),
    select_arithmetic: (db) => db.select({ next: sql`${posts.views} + 1`, half: sql`${posts.views} / 2` }).from(posts)
      .orderBy(posts.id),
    select_arithmetic_brackets: (db) => db.select({ n: sql`(${posts.views} + ${posts.id}) * ${posts.id}` }).from(posts)
      .orderBy(posts.id),
    select_arithmetic_with_value: (db) => db.select({ n: sql`${posts.views} * ${3}` }).from(posts).orderBy(posts.id),
    select_condition_as_field: (db) => db.select({ id, adult: sql`${users.age} >= ${18}` }).from(users).orderBy(id),
    select_null_test_as_field: (db) => db.select({ id, missing: sql`${users.age} is null` }).from(users).orderBy(id),
    select_without_columns_of_the_table: (db) => db.select({ one: sql`1` }).from(users),
    select_single_table_selection: (db) => db.select({ users }).from(users).orderBy(id),
    select_table_columns: (db) => { const { balance, ...rest } = getTableColumns(users); return db.select(rest).from(users).orderBy(id); },
    select_prefixed_table: (db) => db.select().from(orders).orderBy(orders.id),
    select_names_that_must_be_quoted: (db) => db.select().from(odd).where(eq(odd.summer, odd.greeting)),
    select_quoted_alias: (db) => db.select({ s: odd.select, g: odd.greeting }).from(odd).orderBy(desc(odd.summer)),
    select_identifier_escape: (db) => db.select({ n: sql`${odd.select}`.as('a "b"') }).from(odd).orderBy(odd.select),
  },

  distinct: {
    select_distinct: (db) => db.selectDistinct({ role: users.role }).from(users).orderBy(users.role),
    select_distinct_two_fields: (db) => db.selectDistinct({ author: posts.authorId, on: posts.published }).from(posts)
      .orderBy(posts.authorId, posts.published),
    select_distinct_all_fields: (db) => db.selectDistinct().from(postTags),
    select_distinct_on: (db) => db.selectDistinctOn([posts.authorId], { author: posts.authorId, title: posts.title })
      .from(posts).orderBy(posts.authorId, desc(posts.views)),
    select_distinct_on_two_fields: (db) => db.selectDistinctOn([users.role, users.age], { role: users.role, age: users.age, id })
      .from(users).orderBy(users.role, users.age, id),
    select_distinct_on_sql: (db) => db.selectDistinctOn([sql`lower(${users.name})`], { name: users.name, id }).from(users)
      .orderBy(sql`lower(${users.name})`, id),
  },

  where: {
    where_equal: (db) => db.select({ id }).from(users).where(eq(users.name, 'Bob')),
    where_not_equal: (db) => db.select({ id }).from(users).where(ne(users.role, 'user')),
    where_greater: (db) => db.select({ id }).from(users).where(gt(users.age, 29)),
    where_greater_or_equal: (db) => db.select({ id }).from(users).where(gte(users.age, 29)),
    where_less: (db) => db.select({ id }).from(users).where(lt(users.age, 29)),
    where_less_or_equal: (db) => db.select({ id }).from(users).where(lte(users.age, 29)),
    where_two_columns: (db) => db.select({ id }).from(users).where(gt(users.age, users.managerId)),
    where_text_with_quotes: (db) => db.select({ id }).from(users).where(eq(users.name, 'O\'Neil "\\')),
    where_and: (db) => db.select({ id }).from(users).where(and(eq(users.role, 'user'), gt(users.age, 18))),
    where_or: (db) => db.select({ id }).from(users).where(or(eq(users.role, 'admin'), lt(users.age, 18))),
    where_and_with_or: (db) => db.select({ id }).from(users)
      .where(and(or(eq(users.role, 'admin'), eq(users.role, 'editor')), gt(users.age, 30))),
    where_or_with_and: (db) => db.select({ id }).from(users)
      .where(or(and(eq(users.role, 'user'), isNull(users.age)), and(eq(users.role, 'editor'), gt(users.age, 30)))),
    where_not_equality: (db) => db.select({ id }).from(users).where(not(eq(users.role, 'user'))),
    where_not_or: (db) => db.select({ id }).from(users).where(not(or(eq(users.role, 'user'), eq(users.role, 'admin')))),
    where_not_and: (db) => db.select({ id }).from(users).where(not(and(eq(users.role, 'user'), eq(users.age, 41)))),
    where_null: (db) => db.select({ id }).from(users).where(isNull(users.managerId)),
    where_not_null: (db) => db.select({ id }).from(users).where(isNotNull(users.age)),
    where_between: (db) => db.select({ id }).from(users).where(between(users.age, 18, 41)),
    where_not_between: (db) => db.select({ id }).from(users).where(notBetween(users.age, 18, 41)),
    where_not_of_between: (db) => db.select({ id }).from(users).where(not(between(users.age, 18, 41))),
    where_between_dates: (db) => db.select({ id: posts.id }).from(posts)
      .where(between(posts.createdOn, '2024-02-01', '2024-03-06')),
    where_between_columns: (db) => db.select({ id: posts.id }).from(posts).where(between(posts.id, posts.authorId, posts.views)),
    where_like: (db) => db.select({ id }).from(users).where(like(users.email, '%@example.org')),
    where_not_like: (db) => db.select({ id }).from(users).where(notLike(users.email, '%example.org')),
    where_ilike: (db) => db.select({ id }).from(users).where(ilike(users.name, 'ANN')),
    where_not_ilike: (db) => db.select({ id }).from(users).where(notIlike(users.name, 'a%')),
    where_like_escaped: (db) => db.select({ id: posts.id }).from(posts).where(like(posts.title, '100\\% "sure"')),
    where_in: (db) => db.select({ id }).from(users).where(inArray(id, [1, 3, 99])),
    where_in_text: (db) => db.select({ id }).from(users).where(inArray(users.name, ['Ann', 'O\'Neil "\\', ''])),
    where_in_one: (db) => db.select({ id }).from(users).where(inArray(users.role, ['admin'])),
    where_in_empty: (db) => db.select({ id }).from(users).where(inArray(id, [])),
    where_not_in: (db) => db.select({ id }).from(users).where(notInArray(id, [1, 3, 99])),
    where_not_in_empty: (db) => db.select({ id }).from(users).where(notInArray(id, [])),
    where_not_in_over_nulls: (db) => db.select({ id }).from(users).where(notInArray(users.age, [41])),
    where_boolean_is_true: (db) => db.select({ id: posts.id }).from(posts).where(eq(posts.published, true)),
    where_boolean_is_false: (db) => db.select({ id: posts.id }).from(posts).where(eq(posts.published, false)),
    where_boolean_column: (db) => db.select({ id: posts.id }).from(posts).where(sql`${posts.published}`),
    where_numeric: (db) => db.select({ id }).from(users).where(gte(users.balance, '12.25')),
    where_timestamp: (db) => db.select({ id }).from(users).where(lt(users.createdAt, '2024-03-01 00:00:00+00')),
    where_arithmetic: (db) => db.select({ id: posts.id }).from(posts).where(gt(sql`${posts.views} * 2`, 100)),
    where_true_and_value: (db) => db.select({ id }).from(users).where(and(sql`true`, eq(users.role, 'editor'))),
    where_undefined: (db) => db.select({ id }).from(users).where(undefined),
    where_and_of_undefined: (db) => db.select({ id }).from(users).where(and(undefined, eq(users.role, 'editor'), undefined)),
    where_and_of_nothing: (db) => db.select({ id }).from(users).where(and(undefined, undefined)),
    where_or_of_undefined: (db) => db.select({ id }).from(users).where(or(undefined, eq(users.role, 'editor'))),
    where_five_conditions: (db) => db.select({ id }).from(users)
      .where(and(gt(id, 1), lt(id, 7), ne(users.role, 'admin'), isNotNull(users.email), or(isNull(users.age), gt(users.age, 20)))),
    where_distinct_from: (db) => db.select({ id }).from(users).where(sql`${users.age} is distinct from ${41}`),
    where_if: (db) => db.select({ id }).from(users).where(and(eq(users.role, 'user').if(true), gt(users.age, 100).if(false))),
  },

  joins: {
    join_inner: (db) => db.select({ name: users.name, title: posts.title }).from(users)
      .innerJoin(posts, eq(posts.authorId, id)).orderBy(posts.id),
    join_left: (db) => db.select({ name: users.name, title: posts.title }).from(users)
      .leftJoin(posts, eq(posts.authorId, id)).orderBy(id, posts.id),
    join_right: (db) => db.select({ name: users.name, body: comments.body }).from(users)
      .rightJoin(comments, eq(comments.userId, id)).orderBy(comments.id),
    join_full: (db) => db.select({ name: users.name, body: comments.body }).from(users)
      .fullJoin(comments, eq(comments.userId, id)).orderBy(id, comments.id),
    join_cross: (db) => db.select({ name: users.name, tag: tags.label }).from(users).crossJoin(tags),
    join_left_all_fields: (db) => db.select().from(users).leftJoin(posts, eq(posts.authorId, id)).orderBy(id, posts.id),
    join_left_grouped_fields: (db) => db.select({ user: { id, name: users.name }, post: posts }).from(users)
      .leftJoin(posts, eq(posts.authorId, id)).orderBy(id, posts.id),
    join_left_whole_and_column: (db) => db.select({ post: posts, author: users.name }).from(posts)
      .leftJoin(users, eq(posts.authorId, id)).orderBy(posts.id),
    join_left_missing: (db) => db.select({ id }).from(users).leftJoin(posts, eq(posts.authorId, id)).where(isNull(posts.id)),
    join_three_tables: (db) => db.select({ name: users.name, title: posts.title, body: comments.body }).from(users)
      .innerJoin(posts, eq(posts.authorId, id)).innerJoin(comments, eq(comments.postId, posts.id)).orderBy(comments.id),
    join_left_then_left: (db) => db.select({ name: users.name, title: posts.title, tag: postTags.tag }).from(users)
      .leftJoin(posts, eq(posts.authorId, id)).leftJoin(postTags, eq(postTags.postId, posts.id))
      .orderBy(id, posts.id, postTags.tag),
    join_inner_then_right: (db) => db.select({ title: posts.title, tag: postTags.tag, label: tags.label }).from(posts)
      .innerJoin(postTags, eq(postTags.postId, posts.id)).rightJoin(tags, eq(tags.label, postTags.tag))
      .orderBy(tags.label, posts.id),
    join_many_to_many: (db) => db.select({ title: posts.title, description: tags.description }).from(posts)
      .innerJoin(postTags, eq(postTags.postId, posts.id)).innerJoin(tags, eq(tags.label, postTags.tag))
      .where(eq(tags.label, 'sql')).orderBy(posts.id),
    join_two_conditions: (db) => db.select({ name: users.name, title: posts.title }).from(users)
      .leftJoin(posts, and(eq(posts.authorId, id), eq(posts.published, true))).orderBy(id, posts.id),
    join_not_equal: (db) => db.select({ a: users.name, b: manager.name }).from(users)
      .innerJoin(manager, and(eq(manager.age, users.age), ne(manager.id, id))).orderBy(id),
    join_on_sql: (db) => db.select({ name: users.name }).from(users).innerJoin(posts, sql`true`),
    join_partial_with_alias: (db) => db.select({ id, name: users.name, managerId: manager.id, managerName: manager.name })
      .from(users).leftJoin(manager, eq(users.managerId, manager.id)).orderBy(id),
    join_full_with_alias: (db) => db.select().from(users).fullJoin(manager, eq(users.managerId, manager.id))
      .orderBy(id, manager.id),
    join_two_aliases: (db) => db.select({ name: users.name, manager: manager.name, reviewer: reviewer.name }).from(users)
      .leftJoin(manager, eq(manager.id, users.managerId)).leftJoin(reviewer, eq(reviewer.id, manager.managerId)).orderBy(id),
    join_select_from_alias: (db) => db.select().from(manager).where(eq(manager.role, 'editor')).orderBy(manager.id),
    join_alias_of_alias_names: (db) => db.select({ id: manager.id, name: reviewer.name }).from(manager)
      .innerJoin(reviewer, eq(manager.managerId, reviewer.id)).orderBy(manager.id),
    join_aggregate_of_other_side: (db) => db.select({ name: users.name, n: count(posts.id) }).from(users)
      .leftJoin(posts, eq(posts.authorId, id)).groupBy(id, users.name).orderBy(id),
    join_subquery: (db) => {
      const sq = db.select({ authorId: posts.authorId, n: count().as('n') }).from(posts).groupBy(posts.authorId).as('sq');
      return db.select({ name: users.name, n: sq.n }).from(users).innerJoin(sq, eq(sq.authorId, id)).orderBy(id);
    },
    join_left_subquery: (db) => {
      const sq = db.select({ authorId: posts.authorId, best: max(posts.views).as('best') }).from(posts).groupBy(posts.authorId).as('sq');
      return db.select({ name: users.name, best: sq.best }).from(users).leftJoin(sq, eq(sq.authorId, id)).orderBy(id);
    },
    join_subquery_with_join: (db) => {
      const sq = db.select({ postId: posts.id, name: users.name }).from(posts).innerJoin(users, eq(posts.authorId, id)).as('sq');
      return db.select({ body: comments.body, author: sq.name }).from(comments).innerJoin(sq, eq(sq.postId, comments.postId))
        .orderBy(comments.id);
    },
    join_on_aliased_sql: (db) => {
      const sq = db.select({ id, lowered: sql`lower(${users.name})`.as('lowered') }).from(users).as('sq');
      return db.select({ name: users.name, other: sq.id }).from(users).innerJoin(sq, eq(sql`lower(${users.name})`, sq.lowered))
        .orderBy(id, sq.id);
    },
    join_lateral_left: (db) => {
      const best = db.select({ title: posts.title }).from(posts).where(eq(posts.authorId, id)).orderBy(desc(posts.views), posts.id).limit(1).as('best');
      return db.select({ name: users.name, title: best.title }).from(users).leftJoinLateral(best, sql`true`).orderBy(id);
    },
    join_lateral_inner: (db) => {
      const best = db.select({ title: posts.title }).from(posts).where(eq(posts.authorId, id)).orderBy(desc(posts.views), posts.id).limit(2).as('best');
      return db.select({ name: users.name, title: best.title }).from(users).innerJoinLateral(best, sql`true`).orderBy(id, best.title);
    },
    join_lateral_cross: (db) => {
      const best = db.select({ title: posts.title }).from(posts).where(eq(posts.authorId, id)).orderBy(desc(posts.views), posts.id).limit(1).as('best');
      return db.select({ name: users.name, title: best.title }).from(users).crossJoinLateral(best).orderBy(id);
    },
  },

  groups: {
    group_by_field: (db) => db.select({ role: users.role }).from(users).groupBy(users.role),
    group_by_field_with_count: (db) => db.select({ role: users.role, n: count() }).from(users).groupBy(users.role).orderBy(users.role),
    group_by_two_fields: (db) => db.select({ a: posts.authorId, p: posts.published, n: count() }).from(posts)
      .groupBy(posts.authorId, posts.published).orderBy(posts.authorId, posts.published),
    group_by_sql: (db) => db.select({ name: sql`lower(${users.name})` }).from(users).groupBy(sql`lower(${users.name})`),
    group_by_sql_and_column: (db) => db.select({ name: sql`lower(${users.name})`, role: users.role }).from(users)
      .groupBy(sql`lower(${users.name})`, users.role),
    group_by_column_and_sql: (db) => db.select({ role: users.role, n: count() }).from(users)
      .groupBy(users.role, sql`length(${users.name})`).orderBy(users.role, sql`length(${users.name})`),
    group_by_primary_key: (db) => db.select({ name: users.name, email: users.email, n: count(posts.id) }).from(users)
      .innerJoin(posts, eq(posts.authorId, id)).groupBy(id).orderBy(id),
    group_by_complex: (db) => db.select({ role: users.role, n: count(), oldest: max(users.age) }).from(users)
      .where(isNotNull(users.age)).groupBy(users.role).having(gte(count(), 2)).orderBy(desc(count()), users.role).limit(5),
    having_count: (db) => db.select({ author: posts.authorId, n: count() }).from(posts).groupBy(posts.authorId)
      .having(gt(count(), 1)).orderBy(posts.authorId),
    having_alias: (db) => db.select({ author: posts.authorId, n: count().as('n') }).from(posts).groupBy(posts.authorId)
      .having(({ n }) => gte(n, 2)).orderBy(posts.authorId),
    having_sum: (db) => db.select({ author: posts.authorId }).from(posts).groupBy(posts.authorId)
      .having(gt(sum(posts.views), 60)).orderBy(posts.authorId),
    having_two_conditions: (db) => db.select({ role: users.role, n: count() }).from(users).groupBy(users.role)
      .having(and(gte(count(), 2), ne(users.role, 'editor'))).orderBy(users.role),
    having_without_group: (db) => db.select({ n: count() }).from(users).having(gt(count(), 3)),
    order_by_aggregate: (db) => db.select({ author: posts.authorId }).from(posts).groupBy(posts.authorId)
      .orderBy(desc(sum(posts.views))),
  },

  aggregates: {
    aggregate_count: (db) => db.select({ n: count() }).from(users),
    aggregate_count_column: (db) => db.select({ n: count(users.age) }).from(users),
    aggregate_count_distinct: (db) => db.select({ n: countDistinct(users.role) }).from(users),
    aggregate_sum: (db) => db.select({ n: sum(posts.views) }).from(posts),
    aggregate_sum_distinct: (db) => db.select({ n: sumDistinct(posts.views) }).from(posts),
    aggregate_avg: (db) => db.select({ n: avg(posts.views) }).from(posts),
    aggregate_avg_distinct: (db) => db.select({ n: avgDistinct(posts.views) }).from(posts),
    aggregate_min: (db) => db.select({ n: min(users.age) }).from(users),
    aggregate_max: (db) => db.select({ n: max(users.name) }).from(users),
    aggregate_max_date: (db) => db.select({ day: max(posts.createdOn), first: min(posts.createdOn) }).from(posts),
    aggregate_of_numeric: (db) => db.select({ sum: sum(users.balance), avg: avg(users.balance) }).from(users),
    aggregate_over_no_rows: (db) => db.select({ n: count(), s: sum(users.age), m: max(users.name) }).from(users).where(eq(id, -1)),
    aggregate_several: (db) => db.select({ n: count(), s: sum(posts.views), lo: min(posts.views), hi: max(posts.views) }).from(posts)
      .where(eq(posts.published, true)),
    aggregate_of_expression: (db) => db.select({ n: sum(sql`${posts.views} * 2`) }).from(posts),
    count_embedded: (db) => db.select({ name: users.name, n: db.$count(posts) }).from(users).orderBy(id),
    count_embedded_with_filters: (db) => db.select({ name: users.name, n: db.$count(posts, eq(posts.authorId, id)) }).from(users).orderBy(id),
    count_embedded_reuse: (db) => { const n = db.$count(posts); return db.select({ a: n, b: n }).from(tags); },
    count_separate: (db) => db.$count(users),
    count_separate_with_filters: (db) => db.$count(users, gt(users.age, 18)),
    count_separate_reuse: (db) => { const n = db.$count(users, isNull(users.age)); return n; },
  },

  order_and_limit: {
    order_by_ascending: (db) => db.select({ id }).from(users).orderBy(asc(users.age), asc(id)),
    order_by_descending: (db) => db.select({ id }).from(users).orderBy(desc(users.age), desc(id)),
    order_by_two: (db) => db.select({ id }).from(users).orderBy(users.role, desc(users.name)),
    order_by_sql: (db) => db.select({ id }).from(users).orderBy(sql`length(${users.email}) desc`, id),
    order_by_sql_descending: (db) => db.select({ id }).from(users).orderBy(desc(sql`length(${users.email})`), id),
    order_by_aliased_column: (db) => db.select({ n: sql`lower(${users.email})`.as('lowered') }).from(users).orderBy(({ n }) => n),
    order_by_nulls_last: (db) => db.select({ id }).from(users).orderBy(sql`${users.age} desc nulls last`, id),
    order_by_arithmetic: (db) => db.select({ id: posts.id }).from(posts).orderBy(sql`${posts.views} * ${posts.id}`, posts.id),
    limit: (db) => db.select({ id }).from(users).orderBy(id).limit(3),
    limit_and_offset: (db) => db.select({ id }).from(users).orderBy(id).limit(2).offset(3),
    offset_alone: (db) => db.select({ id }).from(users).orderBy(id).offset(5),
    limit_zero: (db) => db.select({ id }).from(users).orderBy(id).limit(0),
    limit_negative: (db) => db.select({ id }).from(users).orderBy(id).limit(-1),
    offset_zero: (db) => db.select({ id }).from(users).orderBy(id).limit(2).offset(0),
    everything_at_once: (db) => db.select({ role: users.role, n: count(posts.id), views: sum(posts.views) }).from(users)
      .leftJoin(posts, eq(posts.authorId, id)).where(and(isNotNull(users.age), lt(users.age, 90))).groupBy(users.role)
      .having(gte(count(posts.id), 0)).orderBy(desc(count(posts.id)), users.role).limit(2).offset(1),
  },

  subqueries: {
    subquery_from: (db) => {
      const sq = db.select({ id, name: users.name }).from(users).where(gt(users.age, 18)).as('sq');
      return db.select({ name: sq.name }).from(sq).orderBy(sq.id);
    },
    subquery_from_all_fields: (db) => {
      const sq = db.select().from(users).where(eq(users.role, 'editor')).as('sq');
      return db.select().from(sq).orderBy(sq.id);
    },
    subquery_from_sql: (db) => {
      const sq = db.select({ name: sql`upper(${users.name})`.as('shouted') }).from(users).as('sq');
      return db.select({ name: sq.name }).from(sq).orderBy(sq.name);
    },
    subquery_from_many: (db) => {
      const sq = db.select({ id: posts.id, title: posts.title }).from(posts).leftJoin(users, eq(posts.authorId, id)).as('sq');
      return db.select({ id: sq.id, title: sq.title }).from(sq).orderBy(sq.id);
    },
    subquery_of_subquery: (db) => {
      const inner = db.select({ views: posts.views, authorId: posts.authorId }).from(posts).where(eq(posts.published, true)).as('inner_query');
      const outer = db.select({ authorId: inner.authorId, total: sum(inner.views).as('total') }).from(inner).groupBy(inner.authorId).as('outer_query');
      return db.select({ authorId: outer.authorId, total: outer.total }).from(outer).orderBy(outer.authorId);
    },
    subquery_exists: (db) => db.select({ id }).from(users)
      .where(exists(db.select({ one: sql`1` }).from(posts).where(eq(posts.authorId, id)))),
    subquery_not_exists: (db) => db.select({ id }).from(users)
      .where(notExists(db.select({ one: sql`1` }).from(posts).where(eq(posts.authorId, id)))),
    subquery_in: (db) => db.select({ id }).from(users)
      .where(inArray(id, db.select({ a: posts.authorId }).from(posts).where(gt(posts.views, 50)))),
    subquery_not_in: (db) => db.select({ id }).from(users).where(notInArray(id, db.select({ a: posts.authorId }).from(posts))),
    subquery_scalar_in_where: (db) => db.select({ id: posts.id }).from(posts)
      .where(eq(posts.views, db.select({ m: max(posts.views) }).from(posts))),
    subquery_scalar_in_select: (db) => db.select({ name: users.name, n: sql`(${db.select({ n: count() }).from(posts).where(eq(posts.authorId, id))})` })
      .from(users).orderBy(id),
    subquery_select_from_raw_sql: (db) => db.select({ n: sql`n` }).from(sql`generate_series(1, 3) as n`),
    subquery_raw_sql_with_join: (db) => db.select({ name: users.name, n: sql`g.n` }).from(users)
      .innerJoin(sql`generate_series(1, 3) as g(n)`, sql`g.n = ${id}`).orderBy(id),
    subquery_with_view: (db) => {
      const sq = db.select().from(authors).where(gt(authors.written, 1)).as('sq');
      return db.select({ name: sq.name }).from(sq).orderBy(sq.name);
    },
  },

  with: {
    with_select: (db) => {
      const sq = db.$with('sq').as(db.select({ authorId: posts.authorId, n: count().as('n') }).from(posts).groupBy(posts.authorId));
      return db.with(sq).select({ name: users.name, n: sq.n }).from(users).innerJoin(sq, eq(sq.authorId, id)).orderBy(id);
    },
    with_select_all: (db) => {
      const sq = db.$with('adults').as(db.select().from(users).where(gte(users.age, 18)));
      return db.with(sq).select().from(sq).orderBy(sq.id);
    },
    with_two: (db) => {
      const totals = db.$with('totals').as(db.select({ authorId: posts.authorId, total: sum(posts.views).as('total') }).from(posts).groupBy(posts.authorId));
      const top = db.$with('top').as(db.select({ authorId: totals.authorId }).from(totals).where(gt(totals.total, 50)));
      return db.with(totals, top).select({ name: users.name, total: totals.total }).from(users)
        .innerJoin(top, eq(top.authorId, id)).innerJoin(totals, eq(totals.authorId, id)).orderBy(id);
    },
    with_left_join: (db) => {
      const sq = db.$with('sq').as(db.select({ authorId: posts.authorId, n: count().as('n') }).from(posts).groupBy(posts.authorId));
      return db.with(sq).select({ name: users.name, n: sq.n }).from(users).leftJoin(sq, eq(sq.authorId, id)).orderBy(id);
    },
    with_values_inside_and_outside: (db) => {
      const sq = db.$with('sq').as(db.select({ id, role: users.role }).from(users).where(gt(users.age, 18)));
      return db.with(sq).select({ id: sq.id }).from(sq).where(ne(sq.role, 'admin')).orderBy(sq.id).limit(2);
    },
    with_order_and_limit_inside: (db) => {
      const sq = db.$with('sq').as(db.select({ id: posts.id, views: posts.views }).from(posts).orderBy(desc(posts.views), posts.id).limit(3));
      return db.with(sq).select({ n: count(), total: sum(sq.views) }).from(sq);
    },
    with_join_on_aliased_sql: (db) => {
      const sq = db.$with('sq').as(db.select({ id, lowered: sql`lower(${users.name})`.as('lowered') }).from(users));
      return db.with(sq).select({ name: users.name, other: sq.id }).from(users)
        .innerJoin(sq, eq(sql`lower(${users.name})`, sq.lowered)).orderBy(id, sq.id);
    },
    with_grouped_outside: (db) => {
      const sq = db.$with('sq').as(db.select({ role: users.role, age: users.age }).from(users));
      return db.with(sq).select({ role: sq.role, oldest: max(sq.age) }).from(sq).groupBy(sq.role).orderBy(sq.role);
    },
    with_same_table_outside: (db) => {
      const sq = db.$with('sq').as(db.select({ managerId: users.managerId, n: count().as('n') }).from(users).groupBy(users.managerId));
      return db.with(sq).select({ name: users.name, n: sq.n }).from(users).innerJoin(sq, eq(sq.managerId, id)).orderBy(id);
    },
    with_sql: (db) => {
      const sq = db.$with('sq', { id: users.id, name: users.name }).as(sql`select id, name from users where id < 3`);
      return db.with(sq).select().from(sq).orderBy(sq.id);
    },
    with_insert: (db) => {
      const n = db.$with('n').as(db.select({ value: sql`count(*)`.as('value') }).from(users));
      return db.with(n).insert(posts).values({ authorId: 1, title: 'counted', views: sql`(select value from ${n})` }).returning();
    },
    with_update: (db) => {
      const average = db.$with('average').as(db.select({ value: sql`avg(${posts.views})`.as('value') }).from(posts));
      return db.with(average).update(posts).set({ published: true })
        .where(lt(posts.views, sql`(select * from ${average})`)).returning({ id: posts.id });
    },
    with_delete: (db) => {
      const average = db.$with('average').as(db.select({ value: sql`avg(${posts.views})`.as('value') }).from(posts));
      return db.with(average).delete(posts).where(gt(posts.views, sql`(select * from ${average})`)).returning({ id: posts.id });
    },
    with_insert_inside: (db) => {
      const added = db.$with('added').as(db.insert(tags).values({ label: 'new' }).returning({ label: tags.label }));
      return db.with(added).select().from(added);
    },
    with_update_inside: (db) => {
      const changed = db.$with('changed').as(db.update(users).set({ age: 1 }).where(eq(users.role, 'editor')).returning({ id, age: users.age }));
      return db.with(changed).select().from(changed).orderBy(changed.id);
    },
    with_delete_inside: (db) => {
      const gone = db.$with('gone').as(db.delete(posts).where(eq(posts.published, false)).returning({ id: posts.id }));
      return db.with(gone).select({ n: count() }).from(gone);
    },
  },

  set_operations: {
    union: (db) => union(db.select({ n: users.name }).from(users), db.select({ n: tags.label }).from(tags)).orderBy(sql`1`),
    union_all: (db) => unionAll(db.select({ n: users.role }).from(users), db.select({ n: tags.label }).from(tags)),
    union_method: (db) => db.select({ id }).from(users).union(db.select({ id: posts.authorId }).from(posts)),
    union_all_method: (db) => db.select({ id }).from(users).unionAll(db.select({ id: posts.authorId }).from(posts)).orderBy(sql`1`),
    union_limit_offset: (db) => union(db.select({ id }).from(users), db.select({ id: posts.authorId }).from(posts)).orderBy(sql`1`).limit(3).offset(1),
    union_of_three: (db) => union(db.select({ id }).from(users), db.select({ id: posts.id }).from(posts), db.select({ id: comments.id }).from(comments)).orderBy(sql`1`),
    union_with_values: (db) => db.select({ id }).from(users).where(eq(users.role, 'admin'))
      .union(db.select({ id: posts.authorId }).from(posts).where(gt(posts.views, 50))),
    union_with_limit_inside: (db) => unionAll(db.select({ id }).from(users).orderBy(desc(id)).limit(1), db.select({ id: posts.id }).from(posts).orderBy(posts.id).limit(2)),
    intersect: (db) => intersect(db.select({ id }).from(users), db.select({ id: posts.authorId }).from(posts)),
    intersect_all: (db) => intersectAll(db.select({ id }).from(users), db.select({ id: posts.authorId }).from(posts)),
    intersect_method: (db) => db.select({ id }).from(users).intersect(db.select({ id: posts.authorId }).from(posts)).orderBy(sql`1`),
    except: (db) => except(db.select({ id }).from(users), db.select({ id: posts.authorId }).from(posts)),
    except_all: (db) => exceptAll(db.select({ role: users.role }).from(users), db.select({ role: users.role }).from(users).where(eq(id, 2))),
    except_method: (db) => db.select({ id }).from(users).except(db.select({ id: posts.authorId }).from(posts)).orderBy(sql`1`),
    set_operations_mixed: (db) => db.select({ id }).from(users)
      .except(db.select({ id: posts.authorId }).from(posts).where(eq(posts.published, true)))
      .union(db.select({ id: comments.userId }).from(comments).where(isNotNull(comments.userId))),
    set_operations_nested: (db) => union(db.select({ id }).from(users).where(eq(id, 1)),
      except(db.select({ id }).from(users), db.select({ id: posts.authorId }).from(posts))).orderBy(sql`1`),
    union_as_subquery: (db) => {
      const sq = union(db.select({ id }).from(users), db.select({ id: posts.authorId }).from(posts)).as('sq');
      return db.select({ n: count() }).from(sq);
    },
  },

  locking: {
    for_update: (db) => db.select({ id }).from(users).where(eq(id, 1)).for('update'),
    for_no_key_update: (db) => db.select({ id }).from(users).for('no key update', { of: users }),
    for_share: (db) => db.select({ id }).from(users).for('share', { of: users, noWait: true }),
    for_key_share: (db) => db.select({ id }).from(users).orderBy(id).limit(1).for('key share', { skipLocked: true }),
    for_update_of_one: (db) => db.select({ id }).from(users).innerJoin(posts, eq(posts.authorId, id)).for('update', { of: posts, skipLocked: true }),
  },

  views: {
    view_existing: (db) => db.select().from(authors).orderBy(authors.id),
    view_existing_with_condition: (db) => db.select({ name: authors.name }).from(authors).where(gt(authors.written, 1)).orderBy(authors.name),
    view_materialized: (db) => db.select().from(postTotals).orderBy(postTotals.authorId),
    view_join: (db) => db.select({ name: authors.name, views: postTotals.views }).from(authors)
      .innerJoin(postTotals, eq(postTotals.authorId, authors.id)).orderBy(authors.id),
  },

  schemas: {
    schema_select_all_fields: (db) => db.select().from(readings).orderBy(readings.station, readings.day),
    schema_select_sql: (db) => db.select({ note: sql`upper(${readings.note})` }).from(readings).orderBy(readings.station, readings.day),
    schema_where: (db) => db.select({ day: readings.day, ticks: readings.ticks }).from(readings)
      .where(and(eq(readings.station, 1), gt(readings.ticks, 20))),
    schema_numbers: (db) => db.select({ s: readings.station }).from(readings)
      .where(or(lt(readings.level, -1.5), eq(readings.noise, 3.25), eq(readings.channel, 32767), gt(readings.price, '10.00'))),
    schema_date: (db) => db.select({ s: readings.station }).from(readings).where(lt(readings.day, '2024-01-01')),
    schema_distinct: (db) => db.selectDistinct({ s: readings.station }).from(readings).orderBy(readings.station),
    schema_group_by: (db) => db.select({ s: readings.station, n: count(), t: sum(readings.ticks) }).from(readings)
      .groupBy(readings.station).orderBy(readings.station),
    schema_aggregates: (db) => db.select({ a: avg(readings.noise), b: sum(readings.level), c: max(readings.price), d: min(readings.ticks) }).from(readings),
    schema_alias: (db) => { const r = alias(readings, 'r'); return db.select({ day: r.day }).from(r).where(eq(r.station, 2)).orderBy(r.day); },
    schema_same_name_with_alias: (db) => {
      const other = alias(labUsers, 'lab_users');
      return db.select({ name: users.name, lab: other.name }).from(users).innerJoin(other, eq(other.id, id));
    },
    schema_insert: (db) => db.insert(readings).values({ station: 5, day: '2024-06-01', channel: 3, ticks: 12, noise: 0.5, level: -1.25, price: '1.50' })
      .returning(),
    schema_update: (db) => db.update(readings).set({ channel: 9, note: 'new' }).where(eq(readings.station, 2))
      .returning({ station: readings.station, day: readings.day }),
    schema_delete: (db) => db.delete(readings).where(eq(readings.station, 1)).returning(),
    schema_on_conflict: (db) => db.insert(readings).values({ station: 1, day: '2024-01-01', ticks: 5 })
      .onConflictDoUpdate({ target: [readings.station, readings.day], set: { ticks: sql`${readings.ticks} + excluded.ticks` } }),
  },

  insert: {
    insert_one: (db) => db.insert(users).values({ name: 'New', email: 'new@example.org' }),
    insert_all_fields: (db) => db.insert(users).values({ id: 50, name: 'New', email: 'new@example.org', role: 'admin', age: 30,
      managerId: 1, balance: '12.34', createdAt: '2024-06-01 00:00:00+00' }),
    insert_null: (db) => db.insert(users).values({ name: 'New', email: 'new@example.org', age: null, managerId: null }),
    insert_undefined: (db) => db.insert(users).values({ name: 'New', email: 'new@example.org', role: undefined, age: undefined }),
    insert_overridden_default: (db) => db.insert(users).values({ name: 'New', email: 'new@example.org', role: 'editor' }).returning({ role: users.role }),
    insert_returning_all: (db) => db.insert(users).values({ name: 'New', email: 'new@example.org' }).returning(),
    insert_returning_some: (db) => db.insert(posts).values({ authorId: 1, title: 'New' }).returning({ id: posts.id, published: posts.published }),
    insert_returning_sql: (db) => db.insert(users).values({ name: 'New', email: 'new@example.org' }).returning({ name: sql`upper(${users.name})` }),
    insert_sql: (db) => db.insert(users).values({ name: sql`upper('new')`, email: 'new@example.org' }).returning({ name: users.name }),
    insert_sql_with_value: (db) => db.insert(users).values({ name: sql`upper(${'new'})`, email: 'new@example.org' }).returning({ name: users.name }),
    insert_many: (db) => db.insert(users).values([{ name: 'A', email: 'a@example.org' }, { name: 'B', email: 'b@example.org' }, { name: 'C', email: 'c@example.org' }]),
    insert_many_mixed: (db) => db.insert(posts).values([{ authorId: 1, title: 'A' }, { authorId: 2, title: 'B', published: true, views: 3 }]),
    insert_many_returning: (db) => db.insert(posts).values([{ authorId: 1, title: 'A', body: 'x' }, { authorId: 2, title: 'B', body: null }])
      .returning({ id: posts.id, title: posts.title, body: posts.body }),
    insert_hostile_text: (db) => db.insert(tags).values({ label: '\'; drop table tags; --', description: '$1 "x" \\ {}' }).returning(),
    insert_many_hostile_text: (db) => db.insert(tags).values([{ label: '{"a"}', description: 'NULL' }, { label: ',', description: '' }, { label: '\\', description: '"' }]).returning(),
    insert_names_with_spaces: (db) => db.insert(odd).values({ select: 3, greeting: 'x', summer: 'y' }).returning(),
    insert_defaults_one_row: (db) => db.insert(defaultsOnly).values({}).returning(),
    insert_defaults_two_rows: (db) => db.insert(defaultsOnly).values([{}, {}]),
    insert_prefixed: (db) => db.insert(orders).values({ customer: 'Cid', placedOn: '2024-05-05' }).returning({ id: orders.id }),
    insert_always_identity: (db) => db.insert(tickets).values({ subject: 'help' }).returning(),
    insert_always_identity_many: (db) => db.insert(tickets).values([{ subject: 'a' }, { subject: 'b' }]).returning({ id: tickets.id }),
    insert_overriding_system_value: (db) => db.insert(tickets).overridingSystemValue().values({ id: 7, subject: 'seven' }).returning(),
    insert_computed_default: (db) => db.insert(computedDefaults).values({}).returning(),
    insert_computed_default_overridden: (db) => db.insert(computedDefaults).values({ mood: 'given', state: 'given' }).returning(),
    insert_select: (db) => db.insert(tags).select(db.select({ label: users.name, description: users.role }).from(users).where(eq(users.role, 'editor'))),
    insert_select_returning: (db) => db.insert(tags).select(db.select({ label: posts.title, description: posts.body }).from(posts)).returning({ label: tags.label }),
    insert_select_sql: (db) => db.insert(tags).select(sql`select 'a', 'b'`).returning(),
  },

  on_conflict: {
    conflict_do_nothing: (db) => db.insert(users).values({ name: 'New', email: 'ann@example.org' }).onConflictDoNothing(),
    conflict_do_nothing_target: (db) => db.insert(users).values({ name: 'New', email: 'ann@example.org' }).onConflictDoNothing({ target: users.email }),
    conflict_do_nothing_returning: (db) => db.insert(tags).values([{ label: 'c++', description: 'x' }, { label: 'new', description: 'y' }])
      .onConflictDoNothing().returning(),
    conflict_do_update: (db) => db.insert(users).values({ name: 'New', email: 'ann@example.org' })
      .onConflictDoUpdate({ target: users.email, set: { name: 'Changed' } }),
    conflict_do_update_two_columns: (db) => db.insert(users).values({ name: 'New', email: 'ann@example.org', age: 9 })
      .onConflictDoUpdate({ target: users.email, set: { name: 'Changed', age: 10 } }).returning({ id, name: users.name, age: users.age }),
    conflict_do_update_target_of_two: (db) => db.insert(posts).values({ authorId: 1, title: 'One', views: 7 })
      .onConflictDoUpdate({ target: [posts.authorId, posts.title], set: { views: 7 } }).returning({ id: posts.id, views: posts.views }),
    conflict_do_update_excluded: (db) => db.insert(users).values({ name: 'New', email: 'ann@example.org', age: 5 })
      .onConflictDoUpdate({ target: users.email, set: { name: sql`excluded.name`, age: sql`${users.age} + excluded.age` } }),
    conflict_do_update_primary_key: (db) => db.insert(tags).values({ label: 'sql', description: 'new' })
      .onConflictDoUpdate({ target: tags.label, set: { description: sql`excluded.description` } }).returning(),
    conflict_do_update_many: (db) => db.insert(tags).values([{ label: 'sql', description: 'new' }, { label: 'x', description: 'y' }])
      .onConflictDoUpdate({ target: tags.label, set: { description: sql`excluded.description` } }).returning(),
    conflict_do_update_set_where: (db) => db.insert(users).values({ name: 'New', email: 'ann@example.org' })
      .onConflictDoUpdate({ target: users.email, set: { name: sql`excluded.name` }, setWhere: gt(users.age, 50) }),
    conflict_do_update_null: (db) => db.insert(tags).values({ label: 'sql' }).onConflictDoUpdate({ target: tags.label, set: { description: null } }),
    conflict_composite_key: (db) => db.insert(postTags).values({ postId: 1, tag: 'sql', place: 9 })
      .onConflictDoUpdate({ target: [postTags.postId, postTags.tag], set: { place: sql`excluded.place` } }).returning(),
  },

  update: {
    update_one_column: (db) => db.update(users).set({ name: 'Robert' }).where(eq(id, 2)),
    update_several_columns: (db) => db.update(posts).set({ title: 'x', body: 'y', views: 3 }).where(eq(posts.id, 2)),
    update_every_row: (db) => db.update(posts).set({ published: true }),
    update_null: (db) => db.update(users).set({ age: null }).where(eq(users.role, 'editor')),
    update_undefined: (db) => db.update(users).set({ name: 'Robert', age: undefined }).where(eq(id, 2)),
    update_sql: (db) => db.update(posts).set({ views: sql`${posts.views} + 1` }).where(eq(posts.published, true)),
    update_sql_with_value: (db) => db.update(posts).set({ views: sql`${posts.views} * ${2} + ${5}` }).where(lt(posts.views, 10)),
    update_column_from_column: (db) => db.update(posts).set({ body: sql`${posts.title}` }).where(isNull(posts.body)),
    update_returning_all: (db) => db.update(posts).set({ title: 'x' }).where(eq(posts.id, 1)).returning(),
    update_returning_some: (db) => db.update(users).set({ age: 1 }).where(eq(users.role, 'editor')).returning({ id, name: users.name }),
    update_returning_sql: (db) => db.update(users).set({ name: 'Jane' }).where(eq(id, 1)).returning({ name: sql`upper(${users.name})` }),
    update_numeric_and_time: (db) => db.update(users).set({ balance: '99.95', createdAt: '2025-01-01 00:00:00+00' }).where(eq(id, 3)),
    update_date: (db) => db.update(posts).set({ createdOn: '2025-02-28' }).where(gte(posts.createdOn, '2024-03-01')),
    update_complex_condition: (db) => db.update(users).set({ role: 'x' }).where(and(or(isNull(users.age), gt(users.age, 60)), not(eq(users.role, 'admin')))),
    update_on_update_function: (db) => db.update(computedDefaults).set({ mood: 'given' }).where(gt(computedDefaults.id, 0)),
    update_on_update_sql: (db) => db.update(computedSql).set({ mood: 'given' }).where(gt(computedSql.id, 0)),
    update_from: (db) => db.update(posts).set({ title: users.name }).from(users).where(and(eq(posts.authorId, id), eq(posts.id, 3))),
    update_from_returning: (db) => db.update(posts).set({ published: true }).from(users)
      .where(and(eq(posts.authorId, id), eq(users.role, 'editor'))).returning({ id: posts.id, name: users.name }),
    update_from_alias: (db) => db.update(users).set({ name: manager.name }).from(manager).where(eq(users.managerId, manager.id)),
    update_from_join: (db) => db.update(posts).set({ views: 0 }).from(users).leftJoin(comments, eq(comments.userId, id))
      .where(and(eq(posts.authorId, id), isNull(comments.id))),
    update_subquery: (db) => db.update(posts).set({ views: sql`(${db.select({ n: count() }).from(comments).where(eq(comments.postId, posts.id))})` })
      .where(eq(posts.published, true)),
  },

  delete: {
    delete_where: (db) => db.delete(comments).where(eq(comments.postId, 1)),
    delete_every_row: (db) => db.delete(comments),
    delete_returning_all: (db) => db.delete(tags).where(eq(tags.label, 'none')).returning(),
    delete_returning_some: (db) => db.delete(comments).where(isNull(comments.rating)).returning({ id: comments.id, body: comments.body }),
    delete_returning_sql: (db) => db.delete(comments).where(eq(comments.id, 1)).returning({ body: sql`upper(${comments.body})` }),
    delete_in: (db) => db.delete(comments).where(inArray(comments.id, [1, 2, 3])),
    delete_not_in: (db) => db.delete(comments).where(notInArray(comments.id, [1, 2, 3])),
    delete_complex_condition: (db) => db.delete(comments).where(or(and(gt(comments.rating, 3), lt(comments.id, 5)), isNull(comments.userId))),
    delete_cascading: (db) => db.delete(posts).where(lte(posts.id, 2)),
    delete_subquery: (db) => db.delete(comments)
      .where(inArray(comments.postId, db.select({ id: posts.id }).from(posts).where(eq(posts.authorId, 4)))),
  },

  types: {
    types_select_all: (db) => db.select().from(things).orderBy(things.id),
    types_integers: (db) => db.select({ id: things.id }).from(things).where(or(eq(things.small, -32768), eq(things.big, -9007199254740991n))),
    types_numeric: (db) => db.select({ exact: things.exact }).from(things).where(and(lt(things.exact, '0.5'), gt(things.exact, '-1'))).orderBy(things.exact),
    types_floating: (db) => db.select({ id: things.id }).from(things).where(or(eq(things.double, 0.1), eq(things.single, -0.5))),
    types_text: (db) => db.select({ id: things.id }).from(things).where(or(eq(things.words, 'it\'s "quoted" \\ $1'), eq(things.short, ''))),
    types_char: (db) => db.select({ fixed: things.fixed }).from(things).where(eq(things.fixed, 'ab')),
    types_boolean: (db) => db.select({ id: things.id }).from(things).where(ne(things.flag, true)),
    types_uuid: (db) => db.select({ id: things.id }).from(things).where(gt(things.uniqueId, '00000000-0000-0000-0000-000000000001')),
    types_timestamp: (db) => db.select({ at: things.localTime }).from(things).where(lte(things.localTime, '2024-02-29 12:30:00.5')).orderBy(things.id),
    types_timestamptz: (db) => db.select({ id: things.id }).from(things).where(eq(things.zonedTime, '2024-02-29 13:30:00.5+01')),
    types_date: (db) => db.select({ day: things.day }).from(things).where(gte(things.day, '2024-02-29')).orderBy(things.day),
    types_time: (db) => db.select({ id: things.id }).from(things).where(lt(things.clock, '12:30:00')),
    types_interval: (db) => db.select({ span: things.span }).from(things).where(gt(things.span, '1 hour')),
    types_network: (db) => db.select({ id: things.id }).from(things).where(or(eq(things.address, '192.168.0.1'), eq(things.card, 'ff:ff:ff:ff:ff:ff'))),
    types_enum: (db) => db.select({ id: things.id, feeling: things.feeling }).from(things).where(eq(things.feeling, 'happy')),
    types_enum_in: (db) => db.select({ id: things.id }).from(things).where(inArray(things.feeling, ['ok', 'sad'])).orderBy(things.feeling),
    types_bytea: (db) => db.select({ id: things.id }).from(things).where(eq(things.bytes, [0xde, 0xad, 0xbe, 0xef])),
    types_array_contains: (db) => db.select({ id: things.id }).from(things).where(arrayContains(things.numbers, [1, 2])),
    types_array_contained: (db) => db.select({ id: things.id }).from(things).where(arrayContained(things.numbers, [1, 2, 3, 4])),
    types_array_overlaps: (db) => db.select({ id: things.id }).from(things).where(arrayOverlaps(things.labels, ['a', 'z'])),
    types_array_insert: (db) => db.insert(things).values({ id: 9, numbers: [1, 2], labels: ['x', 'y "z"', ''] }).returning({ n: things.numbers, l: things.labels }),
    types_json_arrow: (db) => db.select({ a: sql`${things.binaryJson} -> 'a'` }).from(things).orderBy(things.id),
    types_json_arrow_text: (db) => db.select({ a: sql`${things.binaryJson} ->> 'a'`, b: sql`${things.plain} ->> 'b'` }).from(things).orderBy(things.id),
    types_json_insert: (db) => db.insert(things).values({ id: 9, plain: { z: 1, a: [true, null] }, binaryJson: { z: 1, a: 'text' } })
      .returning({ plain: things.plain, binaryJson: things.binaryJson }),
    types_json_insert_text: (db) => db.insert(things).values({ id: 9, binaryJson: 'only "text"' }).returning({ binaryJson: things.binaryJson }),
    types_json_set_null: (db) => db.update(things).set({ binaryJson: null }).where(eq(things.id, 1)).returning({ binaryJson: things.binaryJson }),
    types_insert_plain: (db) => db.insert(things).values({ id: 9, small: 1, big: 2n, exact: '3.5', single: 1.5, double: 2.5, words: 'w', short: 's',
      fixed: 'f', flag: false, uniqueId: '12345678-1234-1234-1234-123456789abc', day: '2024-02-29', zonedTime: '2024-02-29 00:00:00+00' }),
    types_update_char: (db) => db.update(things).set({ fixed: 'abc' }).where(eq(things.id, 1)).returning({ fixed: things.fixed }),
    types_delete_char: (db) => db.delete(things).where(eq(things.fixed, 'ab')).returning({ id: things.id }),
  },

  prepared: {
    prepared_plain: (db) => db.select({ id, name: users.name }).from(users).orderBy(id).prepare('plain').execute(),
    prepared_where: (db) => db.select({ id }).from(users).where(eq(users.name, sql.placeholder('name'))).prepare('by_name').execute({ name: 'Bob' }),
    prepared_limit: (db) => db.select({ id }).from(users).orderBy(id).limit(sql.placeholder('limit')).prepare('limited').execute({ limit: 2 }),
    prepared_offset: (db) => db.select({ id }).from(users).orderBy(id).limit(sql.placeholder('limit')).offset(sql.placeholder('offset'))
      .prepare('paged').execute({ limit: 2, offset: 1 }),
    prepared_insert: (db) => db.insert(tags).values({ label: sql.placeholder('label'), description: sql.placeholder('description') })
      .prepare('add_tag').execute({ label: 'prepared', description: null }),
    prepared_dynamic: (db) => {
      const page = (query, size) => query.orderBy(id).limit(size);
      return page(db.select({ id }).from(users).where(gt(users.age, sql.placeholder('age'))).$dynamic(), 2).prepare('dynamic').execute({ age: 18 });
    },
  },

  expressions: {
    expression_subtract_from_the_left: (db) => db.select({ n: sql`${posts.views} - ${posts.id} - ${1}` }).from(posts).orderBy(posts.id),
    expression_subtract_in_brackets: (db) => db.select({ n: sql`${posts.views} - (${posts.id} - ${1})` }).from(posts).orderBy(posts.id),
    expression_divide_in_brackets: (db) => db.select({ n: sql`${10000} / ((${posts.views} + ${1}) / ${posts.id} + ${1})` }).from(posts).orderBy(posts.id),
    expression_modulo: (db) => db.select({ n: sql`${posts.views} % ${7}` }).from(posts).orderBy(posts.id),
    expression_product_of_sum: (db) => db.select({ n: sql`${posts.views} * (${posts.id} + ${2}) - ${3}` }).from(posts).orderBy(posts.id),
    expression_negative_value: (db) => db.select({ n: sql`${posts.views} - ${-5}` }).from(posts).orderBy(posts.id),
    expression_value_on_the_left: (db) => db.select({ n: sql`${100} - ${posts.views}` }).from(posts).orderBy(posts.id),
    expression_compare_value_on_the_left: (db) => db.select({ id }).from(users).where(sql`${18} < ${users.age}`),
    expression_null_in_arithmetic: (db) => db.select({ n: sql`${users.age} + ${users.managerId}` }).from(users).orderBy(id),
    expression_equality_of_comparisons: (db) => db.select({ id }).from(users).where(sql`(${gt(users.age, 18)}) = (${gt(id, 3)})`),
    expression_equality_of_null_tests: (db) => db.select({ id }).from(users).where(sql`(${isNull(users.age)}) = (${isNull(users.managerId)})`),
    expression_not_of_column: (db) => db.select({ id: posts.id }).from(posts).where(not(sql`${posts.published}`)),
    expression_not_of_not: (db) => db.select({ id: posts.id }).from(posts).where(not(not(sql`${posts.published}`))),
    expression_not_of_like: (db) => db.select({ id }).from(users).where(not(like(users.name, 'A%'))),
    expression_not_of_null_test: (db) => db.select({ id }).from(users).where(not(isNull(users.age))),
    expression_not_of_in: (db) => db.select({ id }).from(users).where(not(inArray(id, [1, 2]))),
    expression_null_test_of_comparison: (db) => db.select({ id }).from(users).where(isNull(sql`(${gt(users.age, 18)})`)),
    expression_null_test_of_sum: (db) => db.select({ id }).from(users).where(isNull(sql`(${users.age} + ${1})`)),
    expression_between_sums: (db) => db.select({ id: posts.id }).from(posts)
      .where(between(posts.views, sql`${posts.id} - ${1}`, sql`${posts.id} + ${100}`)),
    expression_between_of_sum: (db) => db.select({ id: posts.id }).from(posts).where(between(sql`${posts.views} + ${posts.id}`, 5, 60)),
    expression_like_column: (db) => db.select({ id: posts.id }).from(posts).where(like(posts.title, sql`${posts.body}`)),
    expression_in_of_sum: (db) => db.select({ id: posts.id }).from(posts).where(inArray(sql`${posts.id} + ${1}`, [2, 3])),
    expression_distinct_from_column: (db) => db.select({ id }).from(users).where(sql`${users.age} is distinct from ${users.managerId}`),
    expression_not_distinct_from: (db) => db.select({ id }).from(users).where(sql`${users.managerId} is not distinct from ${4}`),
    expression_distinct_from_null_test: (db) => db.select({ id }).from(users).where(sql`(${isNull(users.age)}) is distinct from ${true}`),
    expression_deep_logic: (db) => db.select({ id }).from(users)
      .where(or(eq(id, 1), and(gt(users.age, 18), or(eq(users.role, 'user'), not(and(gt(id, 4), isNotNull(users.managerId))))))),
    expression_and_of_ors: (db) => db.select({ id }).from(users)
      .where(and(or(gt(id, 2), eq(users.role, 'admin')), or(lt(id, 6), isNull(users.managerId)))),
    expression_bigint_and_integer: (db) => db.select({ n: sql`${readings.ticks} + ${readings.station}` }).from(readings).orderBy(readings.station, readings.day),
    expression_compare_bigint_and_smallint: (db) => db.select({ s: readings.station }).from(readings).where(gt(readings.ticks, readings.channel)),
    expression_smallint_and_value: (db) => db.select({ n: sql`${readings.channel} - ${1}` }).from(readings).orderBy(readings.station, readings.day),
    expression_numeric_times_value: (db) => db.select({ n: sql`${readings.price} * ${2}` }).from(readings).orderBy(readings.station, readings.day),
    expression_numeric_divided: (db) => db.select({ n: sql`${readings.price} / ${3}` }).from(readings).orderBy(readings.station, readings.day),
    expression_numeric_and_bigint: (db) => db.select({ n: sql`${readings.price} + ${readings.ticks}` }).from(readings).orderBy(readings.station, readings.day),
    expression_compare_numeric_and_integer: (db) => db.select({ s: readings.station }).from(readings).where(gte(readings.price, readings.station)),
    expression_compare_numeric_and_value: (db) => db.select({ s: readings.station }).from(readings).where(gt(readings.price, '10')),
    expression_double_times_value: (db) => db.select({ n: sql`${readings.level} * ${0.5}` }).from(readings).orderBy(readings.station, readings.day),
    expression_double_and_real: (db) => db.select({ n: sql`${readings.level} + ${readings.noise}` }).from(readings).orderBy(readings.station, readings.day),
    expression_real_times_value: (db) => db.select({ n: sql`${readings.noise} * ${2}` }).from(readings).orderBy(readings.station, readings.day),
    expression_compare_text_and_varchar: (db) => db.select({ id }).from(users).where(ne(users.email, users.name)),
    expression_compare_time_and_itself: (db) => db.select({ id }).from(users).where(lte(users.createdAt, users.createdAt)),
    expression_text_order: (db) => db.select({ id }).from(users).where(gt(users.name, 'Bob')),
    expression_empty_text: (db) => db.select({ id: posts.id }).from(posts).where(eq(posts.body, '')),
    expression_text_of_braces: (db) => db.select({ id: posts.id }).from(posts).where(eq(posts.body, '{"a": [1, 2]}')),
  },

  aggregate_expressions: {
    aggregate_sum_of_product: (db) => db.select({ n: sum(sql`${posts.views} * ${posts.id}`) }).from(posts),
    aggregate_average_of_sum: (db) => db.select({ n: avg(sql`${posts.views} + ${1}`) }).from(posts),
    aggregate_difference: (db) => db.select({ n: sql`${max(posts.views)} - ${min(posts.views)}` }).from(posts),
    aggregate_sum_plus_count: (db) => db.select({ n: sql`${sum(posts.views)} + ${count()}` }).from(posts),
    aggregate_count_distinct_expression: (db) => db.select({ n: countDistinct(sql`${posts.id} - ${posts.authorId}`) }).from(posts),
    aggregate_count_and_count_distinct: (db) => db.select({ role: users.role, a: count(users.managerId), b: countDistinct(users.managerId) })
      .from(users).groupBy(users.role).orderBy(users.role),
    aggregate_max_of_time: (db) => db.select({ at: max(users.createdAt), email: min(users.email) }).from(users),
    aggregate_of_bigint: (db) => db.select({ s: sum(readings.ticks), a: avg(readings.ticks), n: max(readings.ticks) }).from(readings),
    aggregate_of_smallint: (db) => db.select({ s: sum(readings.channel), a: avg(readings.channel), n: min(readings.channel) }).from(readings),
    aggregate_of_real: (db) => db.select({ s: sum(readings.noise), a: avg(readings.noise), n: min(readings.noise) }).from(readings),
    aggregate_over_left_join: (db) => db.select({ name: users.name, n: count(posts.id), views: sum(posts.views), last: max(posts.title) })
      .from(users).leftJoin(posts, eq(posts.authorId, id)).groupBy(id).orderBy(id),
    group_by_arithmetic: (db) => db.select({ n: sql`${posts.id} - ${posts.authorId}`, c: count() }).from(posts)
      .groupBy(sql`${posts.id} - ${posts.authorId}`).orderBy(sql`${posts.id} - ${posts.authorId}`),
    group_by_condition: (db) => db.select({ old: sql`${posts.views} > ${posts.id}`, n: count() }).from(posts).groupBy(sql`${posts.views} > ${posts.id}`),
    group_by_not_selected: (db) => db.select({ n: count() }).from(posts).groupBy(posts.authorId, posts.published),
    group_by_joined_table: (db) => db.select({ tag: tags.label, description: tags.description, n: count(postTags.postId) }).from(tags)
      .leftJoin(postTags, eq(postTags.tag, tags.label)).groupBy(tags.label).orderBy(tags.label),
    having_average: (db) => db.select({ author: posts.authorId }).from(posts).groupBy(posts.authorId).having(gt(avg(posts.views), '50.5')),
    having_grouped_column: (db) => db.select({ age: users.age }).from(users).groupBy(users.age).having(gt(users.age, 18)),
    having_or: (db) => db.select({ author: posts.authorId }).from(posts).groupBy(posts.authorId)
      .having(or(gt(count(), 2), lt(min(posts.views), 1))).orderBy(posts.authorId),
    order_by_difference_of_aggregates: (db) => db.select({ author: posts.authorId }).from(posts).groupBy(posts.authorId)
      .orderBy(desc(sql`${max(posts.views)} - ${min(posts.views)}`), posts.authorId),
  },

  with_reading_with: {
    with_inside_with: (db) => {
      const inner = db.$with('inner_one').as(db.select({ id, age: users.age }).from(users).where(gt(users.age, 20)));
      const outer = db.$with('outer_one').as(db.with(inner).select({ id: inner.id }).from(inner).where(lt(inner.age, 60)));
      return db.with(outer).select({ id: outer.id }).from(outer).orderBy(outer.id);
    },
    with_three: (db) => {
      const a = db.$with('a').as(db.select({ id, name: users.name }).from(users).where(gt(id, 1)));
      const b = db.$with('b').as(db.select({ authorId: posts.authorId, title: posts.title }).from(posts).where(gt(posts.views, 5)));
      const c = db.$with('c').as(db.select({ name: a.name, title: b.title }).from(a).innerJoin(b, eq(b.authorId, a.id)));
      return db.with(a, b, c).select().from(c).orderBy(c.title);
    },
    with_nobody_reads: (db) => {
      const idle = db.$with('idle').as(db.select({ id }).from(users));
      return db.with(idle).select({ n: count() }).from(posts);
    },
    with_distinct_inside: (db) => {
      const roles = db.$with('roles').as(db.selectDistinct({ role: users.role }).from(users));
      return db.with(roles).select({ n: count() }).from(roles);
    },
    with_left_join_inside: (db) => {
      const titles = db.$with('titles').as(db.select({ name: users.name, title: posts.title }).from(users).leftJoin(posts, eq(posts.authorId, id)));
      return db.with(titles).select({ name: titles.name }).from(titles).where(isNull(titles.title)).orderBy(titles.name);
    },
    with_having_inside: (db) => {
      const busy = db.$with('busy').as(db.select({ authorId: posts.authorId, n: count().as('n') }).from(posts).groupBy(posts.authorId).having(gt(count(), 1)));
      return db.with(busy).select({ name: users.name, n: busy.n }).from(users).innerJoin(busy, eq(busy.authorId, id))
        .where(ne(users.role, 'admin')).orderBy(id).limit(3);
    },
    with_two_joined: (db) => {
      const a = db.$with('a').as(db.select({ id: users.id, role: users.role }).from(users));
      const b = db.$with('b').as(db.select({ id: users.id, age: users.age }).from(users).where(isNotNull(users.age)));
      return db.with(a, b).select({ role: a.role, age: b.age }).from(a).leftJoin(b, eq(a.id, b.id)).orderBy(a.id);
    },
  },

  write_values: {
    insert_empty_and_unicode_text: (db) => db.insert(posts).values({ authorId: 1, title: 'été\n\t\u{1F600}', body: '' }).returning(),
    insert_largest_numbers: (db) => db.insert(readings).values({ station: 2147483647, day: '9999-12-31', channel: -32768, ticks: 9007199254740991, price: '-9999999999.99' }).returning(),
    insert_not_finite_numbers: (db) => db.insert(readings).values({ station: 8, day: '2024-01-01', noise: Infinity, level: NaN }).returning(),
    insert_zeros: (db) => db.insert(readings).values({ station: 0, day: '0001-01-01', channel: 0, ticks: 0, noise: 0, level: 0, price: '0' }).returning(),
    insert_null_over_default: (db) => db.insert(readings).values({ station: 8, day: '2024-01-01', note: null }).returning(),
    insert_struct_all_fields: (db) => db.insert(posts).values({ id: 60, authorId: 2, title: 'All', body: 'b', published: true, views: 9, createdOn: '2025-01-01' }).returning(),
    insert_many_of_one: (db) => db.insert(tags).values([{ label: 'alone', description: null }]).returning(),
    insert_many_with_nulls: (db) => db.insert(tags).values([{ label: 'a', description: null }, { label: 'b', description: 'x' }, { label: 'c', description: null }]).returning(),
    insert_many_all_types: (db) => db.insert(readings).values([
      { station: 7, day: '2024-07-01', channel: 1, ticks: 5, noise: 0.5, level: 1.5, price: '1.10', note: 'x' },
      { station: 7, day: '2024-07-02', channel: null, ticks: -5, noise: null, level: null, price: null, note: null }]).returning(),
    insert_returning_two_expressions: (db) => db.insert(posts).values({ authorId: 1, title: 'New', views: 4 })
      .returning({ a: sql`${posts.views} + ${1}`, b: sql`${posts.views} > ${3}`, c: posts.title }),
    conflict_do_update_with_values: (db) => db.insert(posts).values({ authorId: 1, title: 'One' })
      .onConflictDoUpdate({ target: [posts.authorId, posts.title], set: { body: 'again', views: sql`${posts.views} + ${1}` } }).returning(),
    conflict_do_update_no_conflict: (db) => db.insert(users).values({ name: 'New', email: 'new@example.org' })
      .onConflictDoUpdate({ target: users.email, set: { name: 'Changed' } }).returning({ name: users.name }),
    conflict_do_nothing_many_target: (db) => db.insert(tags).values([{ label: 'sql', description: 'x' }, { label: 'new', description: 'y' }])
      .onConflictDoNothing({ target: tags.label }).returning({ label: tags.label }),
    conflict_do_nothing_key_of_two: (db) => db.insert(postTags).values({ postId: 1, tag: 'sql' }).onConflictDoNothing({ target: [postTags.postId, postTags.tag] }),
    conflict_schema_table: (db) => db.insert(readings).values({ station: 1, day: '2024-01-01', note: 'new' })
      .onConflictDoUpdate({ target: [readings.station, readings.day], set: { note: sql`excluded.note`, channel: 4 } })
      .returning({ note: readings.note, ticks: readings.ticks }),
    update_reads_old_values: (db) => db.update(posts).set({ views: sql`${posts.authorId}`, authorId: sql`${posts.authorId} + ${1}` }).where(eq(posts.id, 1)).returning(),
    update_two_nulls: (db) => db.update(users).set({ age: null, managerId: null }).where(eq(id, 2)).returning({ age: users.age, m: users.managerId }),
    update_between: (db) => db.update(posts).set({ published: false }).where(between(posts.createdOn, '2024-02-01', '2024-03-06')),
    update_in: (db) => db.update(posts).set({ views: 1 }).where(inArray(posts.id, [1, 2])),
    update_like: (db) => db.update(users).set({ role: 'org' }).where(like(users.email, '%.org')),
    update_nothing_found: (db) => db.update(users).set({ role: 'x' }).where(eq(id, -1)).returning({ id }),
    update_numbers_of_every_width: (db) => db.update(readings).set({ channel: 1, ticks: 2, noise: 0.25, level: -0.125, price: '3.10' }).where(eq(readings.station, 1)),
    update_arithmetic_of_numeric: (db) => db.update(users).set({ balance: sql`${users.balance} * ${2}` }).where(gt(users.balance, '0')),
    update_every_row_returning: (db) => db.update(tags).set({ description: 'same' }).returning(),
    update_if: (db) => db.update(users).set({ role: 'x' }).where(and(eq(users.role, 'user').if(true), gt(id, 4).if(false))),
    delete_between: (db) => db.delete(comments).where(between(comments.rating, 2, 4)),
    delete_not: (db) => db.delete(comments).where(not(or(eq(comments.id, 1), isNull(comments.rating)))),
    delete_date: (db) => db.delete(readings).where(lt(readings.day, '2024-01-02')),
    delete_nothing_found: (db) => db.delete(comments).where(eq(comments.body, 'nobody said this')).returning(),
    delete_every_row_returning: (db) => db.delete(comments).returning({ id: comments.id }),
  },

  // What Drizzle says by hand only.
  functions: {
    function_lower: (db) => db.select({ n: sql`lower(${users.name})` }).from(users).orderBy(id),
    function_length: (db) => db.select({ n: sql`length(${users.name})` }).from(users).orderBy(id),
    function_trim: (db) => db.select({ n: sql`trim(${users.name})` }).from(users).orderBy(id),
    function_concat: (db) => db.select({ n: sql`concat(${users.name}, ${' '}::text, ${users.role})` }).from(users).orderBy(id),
    function_concatenation: (db) => db.select({ n: sql`${users.name} || ${posts.title}` }).from(users).innerJoin(posts, eq(posts.authorId, id)).orderBy(posts.id),
    function_substring: (db) => db.select({ n: sql`substring(${users.name}, ${1}::integer, ${2}::integer)` }).from(users).orderBy(id),
    function_replace: (db) => db.select({ n: sql`replace(${users.name}, ${'n'}::text, ${'m'}::text)` }).from(users).orderBy(id),
    function_coalesce: (db) => db.select({ n: sql`coalesce(${users.age}, ${0}::integer)` }).from(users).orderBy(id),
    function_coalesce_columns: (db) => db.select({ n: sql`coalesce(${users.age}, ${users.managerId}, ${id})` }).from(users).orderBy(id),
    function_nullif: (db) => db.select({ n: sql`nullif(${users.role}, ${'user'}::text)` }).from(users).orderBy(id),
    function_greatest: (db) => db.select({ n: sql`greatest(${posts.views}, ${posts.id})`, m: sql`least(${posts.views}, ${posts.id})` }).from(posts).orderBy(posts.id),
    function_absolute: (db) => db.select({ n: sql`abs(${users.balance})` }).from(users).orderBy(id),
    function_round: (db) => db.select({ n: sql`round(${users.balance})`, m: sql`round(${users.balance}, ${1}::integer)` }).from(users).orderBy(id),
    function_date_trunc: (db) => db.select({ n: sql`date_trunc(${'month'}::text, ${users.createdAt})` }).from(users).orderBy(id),
    function_extract: (db) => db.select({ n: sql`extract(year from ${posts.createdOn})` }).from(posts).orderBy(posts.id),
    function_cast: (db) => db.select({ n: sql`${posts.views}::text`, m: sql`cast(${users.balance} as integer)` }).from(posts)
      .innerJoin(users, eq(posts.authorId, id)).orderBy(posts.id),
    function_case: (db) => db.select({ n: sql`case when ${users.age} >= ${18} then ${'adult'}::text when ${users.age} < ${18} then ${'child'}::text else ${'unknown'}::text end` })
      .from(users).orderBy(id),
    function_case_without_else: (db) => db.select({ n: sql`case when ${posts.published} then ${posts.views} end` }).from(posts).orderBy(posts.id),
    function_in_where: (db) => db.select({ id }).from(users).where(eq(sql`coalesce(${users.managerId}, ${id})`, 4)),
    function_in_set: (db) => db.update(users).set({ name: sql`upper(${users.name})` }).where(eq(id, 2)),
    aggregate_filter: (db) => db.select({ n: sql`count(*) filter (where ${eq(posts.published, true)})` }).from(posts),
    aggregate_string_agg: (db) => db.select({ role: users.role, n: sql`string_agg(${users.name}, ${', '}::text order by ${users.name})` })
      .from(users).groupBy(users.role).orderBy(users.role),
    aggregate_array_agg: (db) => db.select({ author: posts.authorId, n: sql`array_agg(${posts.id} order by ${posts.id} desc)` })
      .from(posts).groupBy(posts.authorId).orderBy(posts.authorId),
    aggregate_bool_and: (db) => db.select({ a: sql`bool_and(${posts.published})`, b: sql`bool_or(${posts.published})` }).from(posts),
    aggregate_json_agg: (db) => db.select({ n: sql`jsonb_agg(${posts.title} order by ${posts.id})` }).from(posts),
  },

  windows: {
    window_row_number: (db) => db.select({ id: posts.id, n: sql`row_number() over (partition by ${posts.authorId} order by ${posts.views} desc, ${posts.id})` })
      .from(posts).orderBy(posts.id),
    window_rank: (db) => db.select({ id: posts.id, n: sql`rank() over (order by ${posts.views})`, m: sql`dense_rank() over (order by ${posts.views})` })
      .from(posts).orderBy(posts.id),
    window_sum: (db) => db.select({ id: posts.id, n: sql`sum(${posts.views}) over (partition by ${posts.authorId})` }).from(posts).orderBy(posts.id),
    window_running_sum: (db) => db.select({ id: posts.id, n: sql`sum(${posts.views}) over (order by ${posts.id} rows between unbounded preceding and current row)` })
      .from(posts).orderBy(posts.id),
    window_lag: (db) => db.select({ id: posts.id, n: sql`lag(${posts.views}) over (order by ${posts.id})`, m: sql`lead(${posts.views}) over (order by ${posts.id})` })
      .from(posts).orderBy(posts.id),
    window_empty: (db) => db.select({ id: posts.id, n: sql`count(*) over ()` }).from(posts).orderBy(posts.id),
  },

  recursive: {
    recursive_numbers: (db) => db.execute(sql`with recursive "n" as (select 1 as "i" union all select "n"."i" + 1 from "n" where "n"."i" < ${5}) select "n"."i" from "n"`),
    recursive_managers: (db) => db.execute(sql`with recursive "chain" as (select ${id}, ${users.managerId}, 0 as "depth" from ${users} where ${eq(id, 5)}
      union all select ${manager.id}, ${manager.managerId}, "chain"."depth" + 1 from ${users} ${sql.identifier('manager')}
      inner join "chain" on "chain"."manager_id" = ${manager.id}) select "chain"."id", "chain"."depth" from "chain" order by "chain"."depth"`),
  },

  relational: {
    find_many: (db) => db.query.users.findMany({ orderBy: (u, { asc }) => asc(u.id) }),
    find_first: (db) => db.query.users.findFirst({ orderBy: (u, { asc }) => asc(u.id) }),
    find_many_columns: (db) => db.query.users.findMany({ columns: { id: true, name: true }, orderBy: (u, { asc }) => asc(u.id) }),
    find_many_columns_excluded: (db) => db.query.posts.findMany({ columns: { body: false, createdOn: false }, orderBy: (p, { asc }) => asc(p.id) }),
    find_many_where: (db) => db.query.users.findMany({ columns: { id: true }, where: (u, { eq }) => eq(u.role, 'user'), orderBy: (u, { desc }) => desc(u.id), limit: 2 }),
    find_many_limit_offset: (db) => db.query.posts.findMany({ columns: { id: true }, orderBy: (p, { asc }) => asc(p.id), limit: 2, offset: 2 }),
    find_many_extras: (db) => db.query.users.findMany({ columns: { id: true }, extras: (u, { sql }) => ({ shouted: sql`upper(${u.name})`.as('shouted') }),
      orderBy: (u, { asc }) => asc(u.id) }),
    find_with_many: (db) => db.query.users.findMany({ columns: { id: true, name: true }, orderBy: (u, { asc }) => asc(u.id),
      with: { posts: { columns: { id: true, title: true }, orderBy: (p, { asc }) => asc(p.id) } } }),
    find_with_one: (db) => db.query.posts.findMany({ columns: { id: true, title: true }, orderBy: (p, { asc }) => asc(p.id),
      with: { author: { columns: { name: true } } } }),
    find_with_optional_one: (db) => db.query.comments.findMany({ columns: { id: true }, orderBy: (c, { asc }) => asc(c.id),
      with: { user: { columns: { id: true, name: true } } } }),
    find_with_itself: (db) => db.query.users.findMany({ columns: { name: true }, orderBy: (u, { asc }) => asc(u.id),
      with: { manager: { columns: { name: true } }, reports: { columns: { id: true }, orderBy: (u, { asc }) => asc(u.id) } } }),
    find_with_where_and_limit: (db) => db.query.users.findMany({ columns: { id: true }, orderBy: (u, { asc }) => asc(u.id),
      with: { posts: { columns: { title: true }, where: (p, { eq }) => eq(p.published, true), orderBy: (p, { desc }) => desc(p.views), limit: 1 } } }),
    find_with_three_levels: (db) => db.query.users.findMany({ columns: { id: true }, where: (u, { lte }) => lte(u.id, 4), orderBy: (u, { asc }) => asc(u.id),
      with: { posts: { columns: { id: true }, orderBy: (p, { asc }) => asc(p.id),
        with: { comments: { columns: { body: true }, orderBy: (c, { asc }) => asc(c.id), with: { user: { columns: { name: true } } } } } } } }),
    find_with_many_to_many: (db) => db.query.posts.findMany({ columns: { id: true }, orderBy: (p, { asc }) => asc(p.id),
      with: { tags: { columns: { place: true }, orderBy: (t, { asc }) => asc(t.tag), with: { label: true } } } }),
    find_first_with: (db) => db.query.posts.findFirst({ where: (p, { eq }) => eq(p.id, 6), columns: { title: true },
      with: { author: { columns: { name: true } }, comments: { columns: { body: true }, orderBy: (c, { asc }) => asc(c.id) } } }),
    find_with_everything: (db) => db.query.users.findMany({ orderBy: (u, { asc }) => asc(u.id), with: { posts: { orderBy: (p, { asc }) => asc(p.id) } } }),
    find_with_two_relations: (db) => db.query.users.findMany({ columns: { id: true }, orderBy: (u, { asc }) => asc(u.id),
      with: { posts: { columns: { id: true }, orderBy: (p, { asc }) => asc(p.id) }, comments: { columns: { id: true }, orderBy: (c, { asc }) => asc(c.id) } } }),
    find_with_extras_inside: (db) => db.query.users.findMany({ columns: { id: true }, orderBy: (u, { asc }) => asc(u.id),
      with: { posts: { columns: { id: true }, extras: (p, { sql }) => ({ shouted: sql`upper(${p.title})`.as('shouted') }), orderBy: (p, { asc }) => asc(p.id) } } }),
    find_with_order_by_two: (db) => db.query.posts.findMany({ columns: { id: true }, orderBy: (p, { asc, desc }) => [desc(p.published), asc(p.title)] }),
    find_where_in: (db) => db.query.users.findMany({ columns: { id: true }, where: (u, { inArray }) => inArray(u.role, ['admin', 'editor']), orderBy: (u, { asc }) => asc(u.id) }),
    find_with_where_on_both_levels: (db) => db.query.users.findMany({ columns: { id: true }, where: (u, { gt }) => gt(u.age, 20), orderBy: (u, { asc }) => asc(u.id),
      with: { posts: { columns: { id: true }, where: (p, { gt }) => gt(p.views, 10), orderBy: (p, { asc }) => asc(p.id) } } }),
    find_first_nothing_found: (db) => db.query.users.findFirst({ columns: { id: true }, where: (u, { eq }) => eq(u.id, -1), with: { posts: true } }),
    find_with_one_of_one: (db) => db.query.comments.findMany({ columns: { id: true }, orderBy: (c, { asc }) => asc(c.id),
      with: { post: { columns: { title: true }, with: { author: { columns: { name: true } } } } } }),
    find_with_optional_one_whose_first_column_is_null: (db) => db.query.comments.findMany({ columns: { id: true }, orderBy: (c, { asc }) => asc(c.id),
      with: { user: { columns: { age: true, name: true } } } }),
    find_with_many_filtered_by_key: (db) => db.query.tags.findMany({ orderBy: (t, { asc }) => asc(t.label),
      with: { posts: { columns: { place: true }, where: (t, { eq }) => eq(t.place, 1), orderBy: (t, { asc }) => asc(t.postId), with: { post: { columns: { title: true } } } } } }),
  },
};
