// SPDX-License-Identifier: BSL-1.0
#include "virga/types/registered_name.hpp"

#include "support/type_oracle.hpp"
#include "virga/pqxx.hpp"
#include "virga/testing/verify.hpp"

namespace {

namespace pg = virga::pg;
namespace types = virga::types;
using namespace virga::literals;
using virga::select;

template <class Mode>
struct objects_table {
  static constexpr auto table = pg::table("objects");
  virga::col<Mode, pg::serial("id").primary_key()> id{};
  virga::col<Mode, pg::regclass("relation").not_null()> relation{};
  virga::col<Mode, pg::regtype("type")> type{};
  virga::col<Mode, pg::regproc("procedure")> procedure{};
  virga::col<Mode, pg::regprocedure("signature")> signature{};
  virga::col<Mode, pg::regoper("sign")> sign{};
  virga::col<Mode, pg::regoperator("operation")> operation{};
  virga::col<Mode, pg::regrole("role")> role{};
  virga::col<Mode, pg::regnamespace("schema")> schema{};
  virga::col<Mode, pg::regcollation("collation")> collation{};
  virga::col<Mode, pg::regconfig("configuration")> configuration{};
  virga::col<Mode, pg::regdictionary("dictionary")> dictionary{};
  virga::col<Mode, pg::regclass("others").array()> others{};
};
constexpr virga::table<objects_table> objects;

/// Every object that the server has, by name, to the program and back.
template <class Type>
void expect_all_return(const std::string& catalog) {
  SCOPED_TRACE(catalog);
  const std::string type(Type::name);
  auto& server = tests::oracle::server::shared();
  const auto names = server.rows("select oid::" + type + "::text as name from " + catalog, {});
  tests::oracle::strings sent;
  for (const std::string& name : names) sent.push_back(tests::encoded<Type>(tests::decoded<Type>(name)));
  EXPECT_EQ(server.rows("select name::" + type + "::oid from unnest($1::text[]) as t(name)", {&sent}),
            server.rows("select oid from " + catalog, {}));
  tests::oracle::expect_texts_return<Type>(names);
}

TEST(registered_names, of_all_that_the_server_has_return) {
  tests::oracle::server::shared().run("create schema \"A \"\"b\"\"\"");
  tests::oracle::server::shared().run("create table \"A \"\"b\"\"\".\"t, t\" (i integer)");
  expect_all_return<types::regclass>("pg_class order by oid");
  expect_all_return<types::regtype>("pg_type order by oid");
  expect_all_return<types::regprocedure>("pg_proc order by oid");
  expect_all_return<types::regproc>(
      "(select min(oid) as oid from pg_proc group by proname having count(*) = 1) p order by oid");
  expect_all_return<types::regoperator>("pg_operator order by oid");
  expect_all_return<types::regrole>("pg_roles order by oid");
  expect_all_return<types::regnamespace>("pg_namespace order by oid");
  expect_all_return<types::regcollation>("pg_collation where collencoding in (-1, 6) order by oid");
  expect_all_return<types::regconfig>("pg_ts_config order by oid");
  expect_all_return<types::regdictionary>("pg_ts_dict order by oid");
}

TEST(registered_names, are_columns_parameters_and_results) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, objects);
  const auto made = insert_into(objects)
                        .values(virga::infer_insert<objects>{.relation = "objects",
                                                             .type = "timestamp with time zone[]",
                                                             .procedure = "now",
                                                             .signature = "lower(text)",
                                                             .sign = "||/",
                                                             .operation = "+(integer,integer)",
                                                             .role = "pg_monitor",
                                                             .schema = "pg_catalog",
                                                             .collation = "\"C\"",
                                                             .configuration = "english",
                                                             .dictionary = "simple",
                                                             .others = std::vector<std::string>{"pg_type", "objects"}})
                        .returning()
                        .one(db);
  EXPECT_EQ(made.id, 1);
  EXPECT_EQ(made.relation, "objects");
  EXPECT_EQ(made.type, "timestamp with time zone[]");
  EXPECT_EQ(made.procedure, "now");
  EXPECT_EQ(made.signature, "lower(text)");
  EXPECT_EQ(made.sign, "||/");
  EXPECT_EQ(made.operation, "+(integer,integer)");
  EXPECT_EQ(made.role, "pg_monitor");
  EXPECT_EQ(made.schema, "pg_catalog");
  EXPECT_EQ(made.collation, "\"C\"");
  EXPECT_EQ(made.configuration, "english");
  EXPECT_EQ(made.dictionary, "simple");
  EXPECT_EQ(made.others, (std::vector<std::string>{"pg_type", "objects"}));

  insert_into(objects)
      .values(std::vector<virga::infer_insert<objects>>{{.relation = "pg_class"}, {.relation = "pg_proc"}})
      .run(db);
  const auto query = select(objects.id).from(objects).where(objects.relation == "pg_class");
  EXPECT_EQ(query.text(), R"(select "objects"."id" from "objects" where "objects"."relation" = $1::regclass)");
  EXPECT_EQ(query.one(db).id, 2);
  EXPECT_EQ(virga::testing::verify(db, query), std::vector<std::string>());
  EXPECT_EQ(select(objects.id).from(objects).where(in_(objects.relation, {"pg_class", "objects"})).all(db).size(), 2U);
  EXPECT_EQ(virga::update(objects).set(objects.relation = "pg_type").where(objects.id == 3).run(db), 1U);
  auto renamed = prepare(virga::update(objects)
                             .set(objects.relation = virga::placeholder("to"_name))
                             .where(objects.relation == virga::placeholder("from"_name)));
  EXPECT_EQ(renamed.run(db, "to"_name = "pg_proc", "from"_name = "pg_type"), 1U);
  EXPECT_EQ(select(objects.relation).from(objects).where(objects.id == 3).one(db).relation, "pg_proc");
  EXPECT_THROW(insert_into(objects).values(objects.relation = "no_such_table").run(db), virga::undefined_table);
}

}  // namespace
