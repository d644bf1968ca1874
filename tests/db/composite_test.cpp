// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it specialises templates of others.
#include "virga/schema/composite.hpp"

#include "support/type_oracle.hpp"
#include "virga/pqxx.hpp"
#include "virga/schema/domain.hpp"
#include "virga/testing/verify.hpp"
#include "virga/types/enumeration.hpp"

namespace tests {

namespace pg = virga::pg;

struct place {
  std::int32_t x = 0;
  std::optional<double> height;
  friend bool operator==(const place&, const place&) = default;
};
struct address {
  std::string street;
  std::optional<std::string> city;
  place at;
  std::optional<place> gate;
  std::vector<std::string> tags;
  std::optional<bool> quiet;
  friend bool operator==(const address&, const address&) = default;
};

}  // namespace tests

template <>
inline constexpr auto virga::composite<tests::place> =
    virga::pg::composite_type("Place", virga::pg::integer("x"), virga::pg::double_precision("height")).in_schema("geo");
template <>
inline constexpr auto virga::composite<tests::address> =
    virga::pg::composite_type("address", virga::pg::text("street"), virga::pg::varchar("the \"city\"", 20),
                              virga::pg::composite<tests::place>("at"), virga::pg::composite<tests::place>("gate"),
                              virga::pg::text("tags").array(), virga::pg::boolean("quiet"));

namespace {

using namespace virga::literals;
using tests::address;
using tests::place;
using virga::insert_into;
using virga::select;
namespace pg = virga::pg;
using type = virga::types::composite<address>;

template <class Mode>
struct people_table {
  static constexpr auto table = pg::table("people", {.schema = "app"});
  virga::col<Mode, pg::integer("id").primary_key()> id{};
  virga::col<Mode, pg::composite<address>("home").not_null()> home{};
  virga::col<Mode, pg::composite<address>("work")> work{};
  virga::col<Mode, pg::composite<place>("seen").array()> seen{};
};
constexpr virga::table<people_table> people;

address random_address(tests::generator& random) {
  constexpr std::string_view nasty = "ab \",\\(){}'\t\n";
  address made;
  made.street = random.bytes(random.below(8), nasty);
  if (random.below(2) == 0) made.city = random.bytes(random.below(5), nasty);
  made.at = {static_cast<std::int32_t>(random.of_any_length()), {}};
  if (random.below(2) == 0) made.gate = place{-1, 0.1};
  for (std::uint64_t left = random.below(3); left > 0; --left)
    made.tags.push_back(random.bytes(random.below(6), nasty));
  if (random.below(2) == 0) made.quiet = random.below(2) == 0;
  return made;
}

TEST(composite_types, arrive_and_return_exactly) {
  for (const std::string& text : virga::create_statements(people)) tests::oracle::server::shared().run(text);
  std::vector<address> values(1);
  std::vector<std::vector<address>> lists(1);
  tests::generator random(61);
  for (int i = 0; i < 3000; ++i) {
    values.push_back(random_address(random));
    if (i % 10 == 0) lists.push_back({values.back(), random_address(random)});
  }
  tests::oracle::expect_values_arrive<type>(values, false);
  tests::oracle::expect_values_arrive<virga::types::array_of<type>>(lists, false);
  tests::oracle::expect_texts_return<type>(tests::oracle::server::shared().rows(
      "select row(chr(n % 90 + 32), nullif(repeat(chr(n % 7 + 34), n % 5), ''), row(n, n / 7.0::float8),"
      " case when n % 3 = 0 then row(n, null)::geo.\"Place\" end, array[chr(n % 90 + 32), '(\"'], n % 2 = "
      "0)::address::text"
      " from generate_series(1, 3000) n",
      {}));
  tests::oracle::expect_agreement<virga::types::composite<place>>(
      tests::oracle::mutations({"(1,2.5)", "(-12,)", "(\"3\",\"4\")"}, "0123456789(),\".-\\", 400), false);
}

TEST(composite_types, are_refused_where_they_do_not_fit) {
  const auto fault = [](std::string_view text) { return tests::decode_fault<virga::types::composite<place>>(text); };
  EXPECT_EQ(fault("(,1)"), "one of its attributes is NULL, and its member is no std::optional");
  for (const char* text : {"", "(", "(1)", "(1,2,3)", "1,2", "(1,2", "(1,2)x", "(1,\"2)", "(1,2\\"})
    EXPECT_EQ(fault(text), "it is not a composite value of as many attributes") << text;
  EXPECT_EQ(fault("(x,2)"), "it is not a whole number");
  EXPECT_EQ(tests::encode_fault<type>({std::string("\0", 1), {}, {}, {}, {}, {}}),
            "it contains a NUL byte, which PostgreSQL text cannot hold");
  EXPECT_EQ(tests::encode_fault<type>({"", "a city of more than 20", {}, {}, {}, {}}),
            "it has more characters than the column takes");
}

TEST(composite_types, are_columns_elements_parameters_and_results) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, people);
  const address vienna{"Ring \"1\", (left)", "Wien\\", {1, 0.5}, place{2, {}}, {"a,b", "", "{}"}, true};
  const address bare{"", {}, {-1, {}}, {}, {}, {}};
  const virga::infer_insert<people> ann{.id = 1, .home = vienna, .seen = std::vector<place>{{1, {}}, {2, 0.25}}};
  insert_into(people).values(ann).run(db);
  insert_into(people)
      .values(
          std::vector<virga::infer_insert<people>>{{.id = 2, .home = bare, .work = vienna}, {.id = 3, .home = vienna}})
      .run(db);
  copy_into(people).from(std::vector<virga::infer_insert<people>>{{.id = 4, .home = vienna, .work = bare}}).run(db);

  const auto rows = select().from(people).order_by(people.id).all(db);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows[0].home, vienna);
  EXPECT_EQ(rows[0].work, std::nullopt);
  EXPECT_EQ(rows[0].seen, (std::vector<place>{{1, {}}, {2, 0.25}}));
  EXPECT_EQ(rows[1].home, bare);
  EXPECT_EQ(rows[1].work, vienna);
  EXPECT_EQ(rows[3].home, vienna);
  EXPECT_EQ(rows[3].work, bare);

  EXPECT_EQ(select(people.id).from(people).where(people.home == bare).all(db).size(), 1U);
  EXPECT_EQ(select(people.id).from(people).where(in_(people.home, {bare, vienna})).all(db).size(), 4U);
  EXPECT_EQ(select(people.id).from(people).where(people.seen == *ann.seen).all(db).size(), 1U);
  auto at_home = prepare(select(people.id).from(people).where(people.home == virga::placeholder("home"_name)));
  EXPECT_EQ(at_home.all(db, "home"_name = bare).size(), 1U);
  EXPECT_EQ(select(virga::sql<address>("{}::address"_sql, vienna)).one(db).get<0>(), vienna);
  virga::update(people).set(people.work = virga::null, people.home = bare).where(people.id == 2).run(db);
  EXPECT_EQ(select().from(people).where(people.id == 2).one(db).work, std::nullopt);
}

TEST(composite_types, give_their_attributes) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, people);
  const address vienna{"Ring 1", "Wien", {1, 0.5}, {}, {"a"}, true};
  insert_into(people).values(people.id = 1, people.home = vienna).run(db);
  const auto query = select(attribute(people.home, "street"_name).as("street"_name),
                            attribute(people.home, "the \"city\""_name).as("city"_name),
                            attribute(attribute(people.home, "at"_name), "x"_name).as("x"_name),
                            attribute(people.work, "street"_name).as("at_work"_name))
                         .from(people)
                         .where(attribute(people.home, "street"_name) == "Ring 1");
  EXPECT_EQ(query.text(),
            R"(select ("app"."people"."home")."street" as "street", ("app"."people"."home")."the ""city""" as "city", )"
            R"((("app"."people"."home")."at")."x" as "x", ("app"."people"."work")."street" as "at_work" )"
            R"(from "app"."people" where ("app"."people"."home")."street" = $1)");
  const auto row = query.one(db);
  static_assert(std::same_as<std::remove_cvref_t<decltype(row["street"_name])>, std::string>);
  static_assert(std::same_as<std::remove_cvref_t<decltype(row["city"_name])>, std::optional<std::string>>);
  static_assert(std::same_as<std::remove_cvref_t<decltype(row["at_work"_name])>, std::optional<std::string>>);
  EXPECT_EQ(row["street"_name], "Ring 1");
  EXPECT_EQ(row["city"_name], "Wien");
  EXPECT_EQ(row["x"_name], 1);
  EXPECT_EQ(row["at_work"_name], std::nullopt);
  EXPECT_EQ(virga::testing::verify(db, query), std::vector<std::string>());
}

TEST(composite_types, are_set_one_attribute_at_a_time) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, people);
  const address vienna{"Ring 1", "Wien", {1, 0.5}, {}, {"a"}, true};
  insert_into(people).values(people.id = 1, people.home = vienna).run(db);
  const auto at = attribute(people.home, "at"_name);
  const auto moved = update(people)
                         .set(attribute(people.home, "the \"city\""_name) = virga::null,
                              attribute(at, "x"_name) = attribute(at, "x"_name) + 1,
                              attribute(people.home, "tags"_name) = std::vector<std::string>{"b", "c"},
                              attribute(people.home, "gate"_name) = place{7, {}}, people.seen = virga::null)
                         .where(people.id == 1)
                         .returning(people.home);
  EXPECT_EQ(
      moved.text(),
      R"(update "app"."people" set "home"."the ""city""" = null, "home"."at"."x" = (("app"."people"."home")."at")."x" + )"
      R"($1, "home"."tags" = $2, "home"."gate" = $3::"geo"."Place", "seen" = null where "app"."people"."id" = $4 )"
      R"(returning "app"."people"."home")");
  EXPECT_EQ(moved.one(db).home, (address{"Ring 1", {}, {2, 0.5}, place{7, {}}, {"b", "c"}, true}));
  EXPECT_EQ(virga::testing::verify(db, moved), std::vector<std::string>());

  const auto rename = prepare(update(people)
                                  .set(attribute(people.home, "street"_name) = virga::placeholder("street"_name))
                                  .where(people.id == 1));
  EXPECT_EQ(rename.run(db, "street"_name = "Gasse"), 1U);
  insert_into(people)
      .values(people.id = 1, people.home = vienna)
      .on_conflict(people.id)
      .do_update(attribute(people.home, "quiet"_name) = attribute(excluded(people).home, "quiet"_name))
      .run(db);
  EXPECT_EQ(select().from(people).one(db).home, (address{"Gasse", {}, {2, 0.5}, place{7, {}}, {"b", "c"}, true}));
  try {
    update(people).set(attribute(people.home, "the \"city\""_name) = "a city of more than 20").all_rows().run(db);
    FAIL();
  } catch (const virga::value_error& wrong) {
    EXPECT_EQ(wrong.column(), "people.home.the \"city\"");
  }
}

/// A composite that was NULL has NULL attributes then.
TEST(composite_types, that_are_null_come_to_be_with_an_attribute) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, people);
  insert_into(people).values(people.id = 1, people.home = address{"", {}, {}, {}, {}, {}}).run(db);
  update(people).set(attribute(people.work, "street"_name) = "Ring").all_rows().run(db);
  const auto street = attribute(people.work, "street"_name);
  EXPECT_EQ(select(street).from(people).one(db).get<0>(), "Ring");
  EXPECT_THROW((void)select(people.work).from(people).one(db),
               virga::decode_error);  // "at" is NULL, and no std::optional
}

TEST(composite_types, name_the_column_of_what_they_cannot_read) {
  virga::database db(tests::fresh_database());
  virga::create_tables(db, people);
  db.acquire().connection().send(R"(insert into app.people values (1, row(null, null, null, null, null, null)))");
  try {
    (void)select(people.home).from(people).one(db);
    FAIL();
  } catch (const virga::decode_error& wrong) {
    EXPECT_EQ(wrong.column(), "people.home");
    EXPECT_EQ(wrong.type(), "\"address\"");
    EXPECT_EQ(wrong.received(), "(,,,,,)");
  }
}

}  // namespace
