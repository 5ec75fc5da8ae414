// What a database may answer instead of rows. See "Errors" in CONTRIBUTING.md: a Fault is the
// world's, a Bug is ours; the two below are told apart because someone can act on them.
#pragma once

#include <string>

#include "base/assert.hpp"

namespace gk::store {

enum class ViolationKind { unique, foreign_key, check, not_null };

// A constraint of the schema did not hold. The transaction can only be undone: let this leave
// Database::write() and catch it around that call, where a refusal can be made of it. Not caught,
// it is a mistake of ours.
class Violation : public Bug {
public:
    Violation(ViolationKind kind, const std::string& what) : Bug(what), kind_(kind) {}

    [[nodiscard]] ViolationKind kind() const { return kind_; }

private:
    ViolationKind kind_;
};

// The connection is gone, or what it had prepared no longer fits the schema. Database connects
// again and runs the function once more, unless the commit was already under way: then nobody
// knows, and a plain Fault reaches the caller.
class Lost : public Fault {
public:
    using Fault::Fault;
};

// The server asks to run the whole transaction again (serialization failure, deadlock). Database
// does so; it reaches a caller only when that never ends.
class Retry : public Fault {
public:
    using Fault::Fault;
};

}  // namespace gk::store
