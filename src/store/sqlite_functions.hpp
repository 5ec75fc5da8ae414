// Functions of PostgreSQL that SQLite lacks, so that a statement is the same on both.
#pragma once

struct sqlite3;

namespace gk::store {

// strpos(text, part): where the part begins, in characters from 1; 0 where it is not.
void add_functions(sqlite3* handle);

}  // namespace gk::store
