// Tasks and messages for whoever runs a case: each of these is part of the transaction of the act
// that gives the task or has something to tell, and is undone with it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "notify/outgoing.hpp"
#include "notify/task.hpp"
#include "people/key_ring.hpp"
#include "store/transaction.hpp"

namespace gk::notify {

// Returns the public id of the task. Asserts that it says what and to whom, in UTF-8.
std::string give_task(store::Transaction& transaction, const NewTask& task, Moment now);

// Ends the open tasks of that kind about the object, or of all kinds where `kind` is empty: they
// are done, or there is nothing left to do. Returns how many there were.
int done(store::Transaction& transaction, const ObjectReference& object, std::string_view kind,
         std::string_view by, Moment now);
int cancel(store::Transaction& transaction, const ObjectReference& object, std::string_view kind,
           std::string_view by, Moment now);

// The due date has changed, or its days have stopped or run again. Returns how many open tasks
// there were.
int move_due(store::Transaction& transaction, const ObjectReference& object, std::string_view kind,
             const DueDate& due);

// What is to be done about an object now.
struct WantedTask {
    std::string kind;
    Assignee to = {};
    std::string title;
    DueDate due = {};
};

// Makes the open tasks about the object those that are wanted: gives what is missing, moves what is
// due on another day, ends what is done.
void keep_tasks(store::Transaction& transaction, Id<people::Agency> agency,
                const ObjectReference& object, std::span<const WantedTask> wanted,
                std::string_view by, Moment now);

// An account was handed over: what is open for its holder in person is the other's now. Returns how
// many tasks there were. Those for a role go with the role.
int pass_on(store::Transaction& transaction, Id<people::Account> from, Id<people::Account> to);

// A message in the workbench; the runner also carries it to the persons by the means that they
// chose. Returns its public id, empty where one with the same `once` was sent before.
std::string send(store::Transaction& transaction, const NewMessage& message, Moment now);

// Mail or a short message to an address, for an applicant for example. It leaves with the next run
// of the runner, when the hours of the agency allow. Returns as above.
std::string send(store::Transaction& transaction, const people::KeyRing& ring,
                 const NewOutgoing& outgoing, Moment now);

}  // namespace gk::notify
