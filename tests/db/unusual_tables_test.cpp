// SPDX-License-Identifier: BSL-1.0
// Compiled alone: it specialises templates of the library.
//
// Tables that are right and seldom seen, as a user would describe them: made, written and read.
#include <gtest/gtest.h>

#include <boost/describe/class.hpp>

#include "support/database.hpp"
#include "virga/expr/range_functions.hpp"
#include "virga/pqxx.hpp"
#include "virga/schema/composite.hpp"
#include "virga/schema/domain.hpp"
#include "virga/types/all.hpp"
#include "virga/types/json_record.hpp"

namespace unusual {

enum class state { open, in_work, closed };
struct item_id {
  std::int32_t value = 0;
  friend bool operator==(const item_id&, const item_id&) = default;
};
struct step {
  state at = state::open;
  std::optional<std::string> note;
  std::vector<int> hours;
  friend bool operator==(const step&, const step&) = default;
};
struct settings {
  std::string theme = "dark";
  std::vector<int> sizes{};
  friend bool operator==(const settings&, const settings&) = default;
};
BOOST_DESCRIBE_STRUCT(settings, (), (theme, sizes))

}  // namespace unusual

template <>
inline constexpr auto virga::enum_labels<unusual::state> = virga::pg::enum_type<unusual::state>(
    "State", {{unusual::state::open, "open"}, {unusual::state::in_work, "in work"}, {unusual::state::closed, "closed"}},
    {.schema = "desk"});
template <>
inline constexpr auto virga::composite<unusual::step> =
    virga::pg::composite_type("step", virga::pg::enumeration<unusual::state>("at"), virga::pg::text("note"),
                              virga::pg::integer("hours").array())
        .in_schema("desk");

namespace {

namespace pg = virga::pg;
using namespace virga::literals;
using unusual::item_id;
using unusual::settings;
using unusual::state;
using unusual::step;
using virga::col;
using virga::insert_into;
using virga::placeholder;
using virga::select;

class unusual_tables : public ::testing::Test {
 protected:
  virga::database db{tests::fresh_database()};
};

template <class Mode>
struct counters_table {
  static constexpr auto table = pg::table("counters");
  col<Mode, pg::smallserial("small").primary_key()> small{};
  col<Mode, pg::serial("plain").unique()> plain{};
  col<Mode, pg::bigserial("big")> big{};
};
constexpr virga::table<counters_table> counters;
template <class Mode>
struct countdown_table {
  static constexpr auto table = pg::table("count down", {.schema = "Of Tests"});
  col<Mode, pg::smallint("select").generated_by_default_as_identity(
                {.start_with = -1, .increment_by = -2, .min_value = -5, .max_value = -1, .cache = 1, .cycle = true})>
      number{};
  col<Mode, pg::integer("\"Quoted\" $1").references<counters_table, "plain">({.on_update = pg::action::cascade})>
      counter{};
  col<Mode, pg::smallint("small").references<counters_table, "small">()> small{};
};
constexpr virga::table<countdown_table> countdown;

TEST_F(unusual_tables, of_every_kind_of_counter) {
  create_tables(db, countdown, counters);
  insert_into(counters).values({{}, {.plain = 7}}).run(db);
  const auto rows = select().from(counters).order_by(counters.small).all(db);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].small, 2);
  EXPECT_EQ(rows[1].plain, 7);
  EXPECT_EQ(rows[1].big, 2);
  for (int i = 0; i < 4; ++i) insert_into(countdown).values({.counter = 7, .small = std::int16_t{1}}).run(db);
  const auto down = select(countdown.number).from(countdown).where(countdown.counter == 7).all(db);
  ASSERT_EQ(down.size(), 4U);
  EXPECT_EQ(down[0].number, -1);
  EXPECT_EQ(down[2].number, -5);
  EXPECT_EQ(down[3].number, -1);
}

template <class Mode>
struct countries_table {
  static constexpr auto table = pg::table("countries");
  col<Mode, pg::character("code", 3).primary_key().collate("C")> code{};
  col<Mode, pg::varchar("name").not_null()> name{};
  col<Mode, pg::text("search").generated_always_as("lower(name) || ' ' || code")> search{};
  col<Mode, pg::tsvector("words").generated_always_as("to_tsvector('simple', name)")> words{};
  col<Mode, pg::numeric("thousands", 6, -3)> thousands{};
  col<Mode, pg::interval("shift", pg::interval_fields::hour_to_minute).default_sql("'1:30'")> shift{};
  col<Mode, pg::bit("flags", 8).default_sql("b'00000001'")> flags{};
};
constexpr virga::table<countries_table> countries;
template <class Mode>
struct cities_table {
  static constexpr auto table = pg::table("cities");
  col<Mode, pg::character("country", 3).not_null().references<countries_table, "code">()> country{};
  col<Mode, pg::text("name").not_null()> name{};
  static constexpr auto extras(auto t) { return pg::extras(pg::primary_key(t.country, t.name)); }
};
constexpr virga::table<cities_table> cities;

TEST_F(unusual_tables, of_characters_and_what_is_computed) {
  create_tables(db, cities, countries);
  const auto added = insert_into(countries)
                         .values({.code = "AT", .name = "Ö Land", .thousands = virga::decimal("12000")})
                         .returning()
                         .one(db);
  EXPECT_EQ(added.code, "AT ");
  EXPECT_EQ(added.search, "ö land AT");
  EXPECT_EQ(added.words, "'land':2 'ö':1");
  EXPECT_EQ(added.thousands, virga::decimal("12000"));
  EXPECT_EQ(added.shift, (virga::interval{.microseconds = 5'400'000'000}));
  EXPECT_EQ(added.flags, (std::vector{false, false, false, false, false, false, false, true}));
  insert_into(cities).values({.country = "AT", .name = "Wien"}).run(db);
  EXPECT_EQ(db.count(cities, cities.country == "AT"), 1);
}

template <class Mode>
struct tickets_table {
  static constexpr auto table = pg::table("tickets");
  col<Mode, pg::integer("id").as<item_id>().primary_key().generated_always_as_identity({.start_with = 100})> id{};
  col<Mode, pg::integer("parent").as<item_id>().references<tickets_table, "id">({.on_delete = pg::action::set_null})>
      parent{};
  col<Mode, pg::enumeration<state>("state").not_null().default_value(state::open)> now{};
  col<Mode, pg::enumeration<state>("past").array().not_null().default_sql("'{}'")> past{};
  col<Mode, pg::composite<step>("steps").array()> steps{};
  col<Mode, pg::composite<step>("maybe").array_with_nulls()> maybe{};
  col<Mode, pg::enumeration<state>("grid").array<2>()> grid{};
  static constexpr auto extras(auto t) {
    return pg::extras(pg::check("not_own_parent", t.parent != t.id), pg::index("by_state").on(t.now));
  }
};
constexpr virga::table<tickets_table> tickets;

TEST_F(unusual_tables, of_lists_of_enums_and_composites) {
  create_tables(db, tickets);
  const step first{state::in_work, "a \"b\", {c}", {1, 2}}, second{state::closed, {}, {}};
  const auto made = insert_into(tickets)
                        .values({.steps = std::vector{first, second},
                                 .maybe = std::vector<std::optional<step>>{{}, first},
                                 .grid = std::vector<std::vector<state>>{{state::open, state::in_work},
                                                                         {state::closed, state::open}}})
                        .returning()
                        .one(db);
  EXPECT_EQ(made.id, item_id{100});
  EXPECT_EQ(made.now, state::open);
  EXPECT_EQ(made.past, std::vector<state>());
  EXPECT_EQ(made.steps, (std::vector{first, second}));
  EXPECT_EQ(made.maybe, (std::vector<std::optional<step>>{{}, first}));
  EXPECT_EQ(made.grid->at(1).at(0), state::closed);
  update(tickets)
      .set(tickets.past = std::vector{state::open, state::in_work}, tickets.parent = virga::null)
      .where(tickets.id == made.id)
      .run(db);
  EXPECT_EQ(db.count(tickets, tickets.past == std::vector{state::open, state::in_work}), 1);
  EXPECT_EQ(select(tickets.id).from(tickets).where(contains(tickets.past, std::vector{state::in_work})).all(db).size(),
            1U);
  const auto by_parts =
      prepare(select(tickets.id)
                  .from(tickets)
                  .where(tickets.past == placeholder("past"_name) && tickets.steps == placeholder("steps"_name)));
  EXPECT_EQ(
      by_parts
          .all(db, "past"_name = std::vector{state::open, state::in_work}, "steps"_name = std::vector{first, second})
          .size(),
      1U);
}

constexpr auto few_tags =
    pg::domain("few_tags", pg::text("value").array(), {.schema = "desk", .check = "cardinality(value) < 3"});
constexpr auto live_state =
    pg::domain("live_state", pg::enumeration<state>("value").not_null(), {.check = "value <> 'closed'"});
constexpr auto percent =
    pg::domain("percent", pg::numeric("value", 5, 2).default_sql("100"), {.check = "value between 0 and 100"});
constexpr auto half = pg::domain("half", pg::domain<percent>("value"), {.check = "value <= 50"});
template <class Mode>
struct labels_table {
  static constexpr auto table = pg::table("labels");
  col<Mode, pg::uuid("id").primary_key().default_random()> id{};
  col<Mode, pg::domain<few_tags>("tags").not_null()> tags{};
  col<Mode, pg::domain<live_state>("state")> live{};
  col<Mode, pg::domain<percent>("done")> done{};
  col<Mode, pg::domain<half>("most")> most{};
  col<Mode, pg::domain<percent>("list").array()> list{};
};
constexpr virga::table<labels_table> labels;

TEST_F(unusual_tables, of_domains_over_lists_enums_and_domains) {
  create_tables(db, labels);
  const auto made = insert_into(labels)
                        .values({.tags = std::vector<std::string>{"a", "b,c"},
                                 .live = state::in_work,
                                 .most = virga::decimal("50"),
                                 .list = std::vector{virga::decimal("1.50")}})
                        .returning()
                        .one(db);
  EXPECT_EQ(made.tags, (std::vector<std::string>{"a", "b,c"}));
  EXPECT_EQ(made.live, state::in_work);
  EXPECT_EQ(made.done, virga::decimal("100.00"));
  EXPECT_EQ(made.most, virga::decimal("50.00"));
  EXPECT_EQ(made.list, std::vector{virga::decimal("1.50")});
  EXPECT_THROW(
      insert_into(labels).values({.tags = std::vector<std::string>{"a", "b", "c"}, .live = state::open}).run(db),
      virga::check_violation);
  EXPECT_EQ(db.count(labels, labels.tags == std::vector<std::string>{"a", "b,c"} &&
                                 virga::cast<state>(labels.live) == state::in_work),
            1);
  const auto found = prepare(select(labels.id).from(labels).where(
      labels.tags == placeholder("tags"_name) && labels.done > placeholder("done"_name) &&
      virga::cast<state>(labels.live) == placeholder("live"_name)));
  EXPECT_EQ(
      found.all(db, "tags"_name = made.tags, "done"_name = virga::decimal("1"), "live"_name = state::in_work).size(),
      1U);
}

template <class Mode>
struct bookings_table {
  static constexpr auto table = pg::table("bookings");
  col<Mode, pg::integer("room").not_null()> room{};
  col<Mode, pg::tstzrange("time").not_null()> time{};
  col<Mode, pg::tsrange("local")> local{};
  col<Mode, pg::datemultirange("days")> days{};
  col<Mode, pg::int4range("seats").array()> seats{};
  col<Mode, pg::timestamptz("until", 0).not_null().default_sql("'infinity'")> until{};
};
constexpr virga::table<bookings_table> bookings;

TEST_F(unusual_tables, of_ranges_without_end) {
  create_tables(db, bookings);
  using moment = virga::types::timestamptz::value;
  const auto at = moment(std::chrono::sys_days(std::chrono::year(2026) / 11 / 20));
  const virga::range<moment> from_then{.lower = at, .upper = moment::max()}, open{.lower = at};
  insert_into(bookings)
      .values({{.room = 1,
                .time = from_then,
                .days =
                    std::vector<virga::range<std::chrono::sys_days>>{
                        {.lower = std::chrono::sys_days::min(), .upper = std::chrono::sys_days(std::chrono::days(3))}},
                .seats = std::vector<virga::range<int>>{{.lower = 1, .upper = 5}, virga::range<int>::empty()}},
               {.room = 2, .time = open, .until = at}})
      .run(db);
  const auto rows = select().from(bookings).order_by(bookings.room).all(db);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].time, from_then);
  EXPECT_EQ(rows[0].until, moment::max());
  EXPECT_EQ(rows[0].days->at(0).lower, std::chrono::sys_days::min());
  EXPECT_EQ(rows[0].seats, (std::vector<virga::range<int>>{{.lower = 1, .upper = 5}, virga::range<int>::empty()}));
  EXPECT_EQ(rows[1].time, open);
  EXPECT_EQ(db.count(bookings, contains(bookings.time, moment::max())), 1)
      << "infinity is no element of what ends there";
  const auto prepared = prepare(select(bookings.room).from(bookings).where(bookings.time == placeholder("time"_name)));
  EXPECT_EQ(prepared.one(db, "time"_name = open).room, 2);
}

std::int32_t next_id = 40;
item_id make_id() { return {++next_id}; }
int next_version() { return next_id + 1000; }
template <class Mode>
struct documents_table {
  static constexpr auto table = pg::table("documents");
  col<Mode, pg::integer("id").as<item_id>().primary_key().default_fn<&make_id>()> id{};
  col<Mode, pg::jsonb("settings").not_null().default_sql("'{\"theme\":\"light\",\"sizes\":[]}'").as<settings>()>
      options{};
  col<Mode, pg::jsonb("history").as<std::vector<settings>>()> history{};
  col<Mode, pg::jsonb("parts").as<settings>().array()> parts{};
  col<Mode, pg::text("state").as<state>().not_null().default_fn<[] { return state::in_work; }>()> now{};
  col<Mode, pg::integer("version").on_update_fn<&next_version>()> version{};
  col<Mode, pg::bytea("hash").generated_always_as("sha256(settings::text::bytea)")> hash{};
};
constexpr virga::table<documents_table> documents;

TEST_F(unusual_tables, of_structs_as_json_and_values_that_the_program_makes) {
  create_tables(db, documents);
  const auto made = insert_into(documents).values({.parts = std::vector<settings>{{"a\"", {1}}}}).returning().one(db);
  EXPECT_EQ(made.id, item_id{41});
  EXPECT_EQ(made.options, (settings{"light", {}}));
  EXPECT_EQ(made.now, state::in_work);
  EXPECT_EQ(made.parts, (std::vector<settings>{{"a\"", {1}}}));
  EXPECT_EQ(made.version, 1041);
  EXPECT_EQ(made.hash->size(), 32U);
  const auto change =
      prepare(update(documents)
                  .set(documents.options = placeholder("options"_name), documents.history = placeholder("history"_name))
                  .where(documents.id == placeholder("id"_name) && documents.now == placeholder("state"_name)));
  EXPECT_EQ(change.run(db, "options"_name = settings{"blue", {7}}, "history"_name = std::vector<settings>(2),
                       "id"_name = item_id{41}, "state"_name = state::in_work),
            1U);
  const auto now = select().from(documents).one(db);
  EXPECT_EQ(now.options, (settings{"blue", {7}}));
  EXPECT_EQ(now.history, std::vector<settings>(2));
}

}  // namespace
