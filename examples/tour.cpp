// SPDX-License-Identifier: BSL-1.0
//
// A tour: a table described once, and what follows from it. Every step prints its SQL, then what came back.
// It runs on the server that DATABASE_URL names, in a schema of its own, or on a private one that is gone afterwards.
#include <cstdlib>
#include <optional>
#include <virga/pqxx.hpp>
#include <virga/testing/postgres.hpp>
#include <virga/virga.hpp>

namespace pg = virga::pg;
using virga::col;
using namespace virga::literals;

// ---- the tables ----------------------------------------------------------------------------------------------
template <class Mode>
struct users_table {
  static constexpr auto table = pg::table("users");
  col<Mode, pg::uuid("id").primary_key().default_random()> id{};
  col<Mode, pg::varchar("email", 255).not_null().unique()> email{};
  col<Mode, pg::text("name").not_null()> name{};
  col<Mode, pg::integer("age")> age{};
  col<Mode, pg::timestamptz("created_at").not_null().default_now()> created_at{};

  static constexpr auto extras(auto t) {
    return pg::extras(pg::check("users_age_ok", t.age >= 18), pg::index("users_created_at_idx").on(desc(t.created_at)));
  }
};
inline constexpr virga::table<users_table> users;

template <class Mode>
struct posts_table {
  static constexpr auto table = pg::table("posts");
  col<Mode, pg::bigint("id").primary_key().generated_always_as_identity()> id{};
  col<Mode, pg::uuid("author_id").not_null().references<users_table, "id">({.on_delete = pg::action::cascade})>
      author_id{};
  col<Mode, pg::text("title").not_null()> title{};
  col<Mode, pg::boolean("published").not_null().default_value(false)> published{};
};
inline constexpr virga::table<posts_table> posts;

using User = virga::infer_select<users>;
using NewUser = virga::infer_insert<users>;
using NewPost = virga::infer_insert<posts>;

// ---- printing ------------------------------------------------------------------------------------------------
void heading(std::string_view title) { fmt::print("\n-- {}\n", title); }

template <class Statement>
const Statement& shown(const Statement& statement) {
  const auto [text, params] = virga::to_sql(statement);
  fmt::print("{}\n", text);
  for (std::size_t i = 0; i < params.size(); ++i) fmt::print("   ${} = {}\n", i + 1, params[i].value_or("null"));
  return statement;
}

// ---- the tour ------------------------------------------------------------------------------------------------
void tour(virga::database& db) {
  using namespace virga;

  heading("the tables, out of their description");
  for (const auto& statement : create_statements(users, posts)) fmt::print("{};\n", statement);
  create_tables(db, users, posts);

  heading("insert a struct; what is left out is left to the database");
  const User ann =
      shown(insert_into(users).values(NewUser{.email = "ann@example.org", .name = "Ann"}).returning()).one(db);
  fmt::print("=> {} {}\n", ann.name, to_string(ann.id));

  heading("insert assignments, and take a column back");
  const auto [bob_id] = shown(insert_into(users)
                                  .values(users.email = "bob@example.org", users.name = "Bob", users.age = 41)
                                  .returning(users.id))
                            .one(db);
  fmt::print("=> {}\n", to_string(bob_id));

  heading("insert many rows in one statement");
  const std::vector<NewPost> batch{{.author_id = ann.id, .title = "One", .published = false},
                                   {.author_id = bob_id, .title = "Two", .published = true}};
  fmt::print("=> {} rows\n", shown(insert_into(posts).values(batch)).run(db));

  heading("on conflict");
  shown(insert_into(users)
            .values(users.email = "bob@example.org", users.name = "Bobby")
            .on_conflict(users.email)
            .do_update(users.name = excluded(users).name))
      .run(db);

  heading("select: the text is a constant of the program, the row has the columns' names");
  const auto adults = select(users.id, users.email)
                          .from(users)
                          .where(users.age > 18 && like(users.email, "%@example.org"))
                          .order_by(desc(users.created_at))
                          .limit(10);
  static_assert(adults.text().starts_with("select"));
  for (const auto& row : shown(adults).all(db)) fmt::print("=> {} {}\n", row.email, to_string(row[users.id]));

  heading("left join: what may be missing is an optional");
  for (const auto& [user, post] :
       shown(select().from(users).left_join(posts, posts.author_id == users.id && posts.published)).all(db))
    fmt::print("=> {}: {}\n", user.name, post ? post->title : "nothing published");

  heading("a common table expression");
  const auto per_author =
      cte("per_author"_name).as(select(posts.author_id, count().as("n"_name)).from(posts).group_by(posts.author_id));
  const auto totals = with(per_author)
                          .select(users.name, per_author["n"_name])
                          .from(users)
                          .inner_join(per_author, per_author[posts.author_id] == users.id)
                          .order_by(users.name);
  for (const auto& row : shown(totals).all(db)) fmt::print("=> {} {}\n", row.name, row["n"_name]);

  heading("conditions that are there only sometimes");
  const std::optional<std::string> name = "Ann";
  const std::optional<int> least_age;
  const auto found = select(users.name)
                         .from(users)
                         .where(when(name.has_value(), users.name == name.value_or("")) &&
                                when(least_age.has_value(), users.age >= least_age.value_or(0)));
  if (const auto row = shown(found).first(db)) fmt::print("=> {}\n", row->name);

  heading("SQL by hand, where virga has no word for it");
  const auto initials = select(sql<std::string>("upper(left({}, {}))"_sql, users.name, 1).as("initial"_name))
                            .from(users)
                            .order_by(users.name);
  for (const auto& row : shown(initials).all(db)) fmt::print("=> {}\n", row["initial"_name]);

  heading("update and delete, in a transaction");
  db.transaction([&](auto& tx) {
    shown(update(users).set(users.name = "Robert", users.age = null).where(users.id == bob_id)).run(tx);
    const auto gone = shown(delete_from(posts).where(posts.published == false).returning(posts.title)).all(tx);
    for (const auto& row : gone) fmt::print("=> deleted {}\n", row.title);
  });

  heading("an error of the server, typed");
  try {
    insert_into(users).values(users.email = "ann@example.org", users.name = "Another").run(db);
  } catch (const unique_violation& refused) {
    fmt::print("=> {} ({})\n", refused.constraint(), refused.sqlstate());
  }
}

int main() try {
  setenv("PGOPTIONS", "-csearch_path=virga_tour", 0);  // a schema of the tour's own, wherever it runs
  const char* given = std::getenv("DATABASE_URL");
  std::optional<virga::testing::postgres> server;
  if (given == nullptr) server.emplace();
  virga::database db{given != nullptr ? given : server->url()};

  db.acquire().connection().send("drop schema if exists virga_tour cascade; create schema virga_tour");
  tour(db);
  db.acquire().connection().send("drop schema virga_tour cascade");
} catch (const std::exception& wrong) {
  fmt::print(stderr, "{}\n", wrong.what());
  return EXIT_FAILURE;
}
