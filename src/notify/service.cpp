#include "notify/service.hpp"

#include <vector>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "notify/outgoing_store.hpp"
#include "notify/task_store.hpp"

namespace gk::notify {

namespace {

bool is_somebody(const Assignee& assignee) {
    return assignee.account.has_value() != assignee.role.has_value();
}

bool is_said(std::string_view words) {
    return !words.empty() && text::is_utf8(words);
}

}  // namespace

std::string give_task(store::Transaction& transaction, const NewTask& task, Moment now) {
    GK_ASSERT(is_somebody(task.to) && is_said(task.title) && is_said(task.kind));
    return insert_task(transaction, task, now);
}

int done(store::Transaction& transaction, const ObjectReference& object, std::string_view kind,
         std::string_view by, Moment now) {
    return end_tasks(transaction, object, kind, TaskStatus::done, by, now);
}

int cancel(store::Transaction& transaction, const ObjectReference& object, std::string_view kind,
           std::string_view by, Moment now) {
    return end_tasks(transaction, object, kind, TaskStatus::cancelled, by, now);
}

int move_due(store::Transaction& transaction, const ObjectReference& object, std::string_view kind,
             const DueDate& due) {
    return move_tasks(transaction, object, kind, due);
}

void keep_tasks(store::Transaction& transaction, Id<people::Agency> agency,
                const ObjectReference& object, std::span<const WantedTask> wanted,
                std::string_view by, Moment now) {
    std::vector<bool> is_there(wanted.size());
    for (const auto& task : load_open_tasks(transaction, object)) {
        std::size_t at = 0;
        while (at < wanted.size() &&
               (is_there[at] || wanted[at].kind != task.kind || wanted[at].to != task.to)) {
            ++at;
        }
        if (at == wanted.size()) {
            end_task(transaction, task, TaskStatus::done, by, now);
            continue;
        }
        is_there[at] = true;
        if (wanted[at].due != task.due) {
            move_task(transaction, task, wanted[at].due);
        }
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!is_there[i]) {
            give_task(transaction,
                      {.agency = agency,
                       .kind = wanted[i].kind,
                       .object = object,
                       .to = wanted[i].to,
                       .title = wanted[i].title,
                       .due = wanted[i].due,
                       .given_by = std::string(by)},
                      now);
        }
    }
}

int pass_on(store::Transaction& transaction, Id<people::Account> from, Id<people::Account> to) {
    return pass_on_tasks(transaction, from, to);
}

std::string send(store::Transaction& transaction, const NewMessage& message, Moment now) {
    GK_ASSERT(is_somebody(message.to) && is_said(message.title));
    return insert_message(transaction, message, now);
}

std::string send(store::Transaction& transaction, const people::KeyRing& ring,
                 const NewOutgoing& outgoing, Moment now) {
    GK_ASSERT(is_said(outgoing.address) && is_said(outgoing.text));
    return insert_outgoing(transaction, ring, outgoing, now, now);
}

}  // namespace gk::notify
