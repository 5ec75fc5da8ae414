// Tasks and messages: what people are asked to do and told, in the workbench. They know the thing
// that they are about by its kind and public id only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "notify/light.hpp"
#include "people/actor.hpp"

namespace gk::notify {

// The thing that a task or a message is about: "case" and its public id.
struct ObjectReference {
    std::string kind;
    std::string public_id;

    friend bool operator==(const ObjectReference&, const ObjectReference&) = default;
};

// One person, or whoever holds the role in the agency, there for one unit or for all.
struct Assignee {
    std::optional<Id<people::Account>> account = {};
    std::optional<people::Role> role = {};
    std::optional<std::string> unit = {};

    friend bool operator==(const Assignee&, const Assignee&) = default;
};

[[nodiscard]] Assignee to_account(Id<people::Account> account);
[[nodiscard]] Assignee to_role(people::Role role);
// Its officers (承办单位经办人).
[[nodiscard]] Assignee to_unit(std::string unit);

// Whether it is this actor's to do.
[[nodiscard]] bool is_for(const Assignee& assignee, Id<people::Agency> agency,
                          const people::Actor& actor);

enum class TaskStatus { open, done, cancelled };
[[nodiscard]] std::span<const TaskStatus> task_statuses();
[[nodiscard]] std::string_view key(TaskStatus status);
[[nodiscard]] std::string_view label(TaskStatus status);
[[nodiscard]] std::optional<TaskStatus> task_status_of(std::string_view key);

// The kind of a task that a person gave by hand; all others end with what they are about.
inline constexpr std::string_view by_hand = "by_hand";

struct NewTask {
    Id<people::Agency> agency;
    std::string kind;  // "application.search": who gives it names it, and ends it by that name.
    ObjectReference object = {};
    Assignee to = {};
    std::string title;  // What is to be done, without personal data.
    DueDate due = {};
    std::string given_by;  // The name in the trail.
};

struct Task {
    std::int64_t id = 0;
    std::string public_id;
    Id<people::Agency> agency;
    std::string agency_code;
    std::string kind;
    ObjectReference object;
    Assignee to;
    std::string title;
    DueDate due;
    TaskStatus status = TaskStatus::open;
    std::string given_by;
    Moment given_at;
    std::optional<std::string> ended_by;
    std::optional<Moment> ended_at;
};

struct NewMessage {
    Id<people::Agency> agency;
    std::string kind;  // "reminder", "escalation", "application.reply_signed"
    ObjectReference object = {};
    Assignee to;
    std::string title;
    std::string content;
    // A message with the same is not sent a second time; empty: each is its own.
    std::string once = {};
};

struct Message {
    std::string public_id;
    std::string agency_code;
    std::string kind;
    ObjectReference object;
    std::string title;
    std::string content;
    Moment sent_at;
    std::optional<Moment> read_at;  // By the one who asks.
};

}  // namespace gk::notify
