// Dictionaries of an agency: words that its people choose among, in the order in which they are
// offered. A word that is no longer offered stays, for what was written with it.
#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "audit/store.hpp"
#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/errors.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using people::Permission;
using store::Snapshot;
using store::Transaction;

constexpr std::int64_t words_max = 200;
constexpr std::int64_t word_chars_max = 500;

std::vector<api::Choice> dictionaries() {
    return {{"send_back_comment", "退回意见"},
            {"search_scope", "检索范围"},
            {"correction_wanted", "需要补正的内容"},
            {"handling_note", "办理说明"}};
}

std::string label_of(std::string_view key) {
    const auto known = dictionaries();
    const auto found = std::ranges::find(known, key, &api::Choice::key);
    GK_ASSERT(found != known.end());
    return found->label;
}

struct Word {
    std::string content;
    bool is_offered = true;
};

struct Dictionary {
    std::int64_t version = 0;  // 0: nothing was written yet.
    std::vector<Word> words;
};

Dictionary load(Snapshot& snapshot, Id<people::Agency> agency, const std::string& key) {
    Dictionary dictionary;
    {
        auto head = snapshot.query(
            "SELECT version FROM dictionary_heads WHERE agency_id = ? AND dictionary = ?", agency,
            key);
        dictionary.version = head.next() ? head.get<std::int64_t>(0) : 0;
    }
    auto row = snapshot.query(
        "SELECT content, is_offered FROM dictionary_words WHERE agency_id = ? AND dictionary = ?"
        " ORDER BY position",
        agency, key);
    while (row.next()) {
        dictionary.words.push_back({row.get<std::string>(0), row.get<bool>(1)});
    }
    return dictionary;
}

void replace(Transaction& transaction, Id<people::Agency> agency, const std::string& key,
             const Dictionary& dictionary) {
    transaction.execute("DELETE FROM dictionary_heads WHERE agency_id = ? AND dictionary = ?",
                        agency, key);
    transaction.execute("DELETE FROM dictionary_words WHERE agency_id = ? AND dictionary = ?",
                        agency, key);
    transaction.execute(
        "INSERT INTO dictionary_heads (agency_id, dictionary, version) VALUES (?, ?, ?)", agency,
        key, dictionary.version);
    for (int position = 0; const auto& word : dictionary.words) {
        transaction.execute(
            "INSERT INTO dictionary_words (agency_id, dictionary, position, content, is_offered)"
            " VALUES (?, ?, ?, ?, ?)",
            agency, key, position++, word.content, word.is_offered);
    }
}

Result<std::string> dictionary_of(const Call& call) {
    auto key = call.argument("dictionary");
    const auto known = dictionaries();
    if (std::ranges::find(known, key, &api::Choice::key) == known.end()) {
        return error(api::thing_not_found);
    }
    return key;
}

Response answer_of(const std::string& key, const Dictionary& dictionary) {
    json::array words;
    for (const auto& word : dictionary.words) {
        words.push_back(json::object{{"content", word.content}, {"is_offered", word.is_offered}});
    }
    return api::json_answer({{"dictionary", key},
                             {"label", label_of(key)},
                             {"version", dictionary.version},
                             {"words", std::move(words)}});
}

Result<Response> read(const Call& call, store::Database& database) {
    GK_TRY(const auto key, dictionary_of(call));
    return answer_of(key, database.read([&](Snapshot& snapshot) {
        return load(snapshot, call.agency->id, key);
    }));
}

Result<Response> change(const Call& call, store::Database& database) {
    GK_TRY(const auto key, dictionary_of(call));
    Dictionary given{.version = call.body.number("version"), .words = {}};
    for (const auto& word : call.body.objects("words")) {
        given.words.push_back({word.text("content"), word.flag("is_offered")});
    }
    GK_TRY(const auto kept, database.write([&](Transaction& transaction) -> Result<Dictionary> {
        if (load(transaction, call.agency->id, key).version != given.version) {
            return error(changed_by_another);
        }
        auto next = given;
        ++next.version;
        replace(transaction, call.agency->id, key, next);
        audit::append(transaction, {.at = call.now,
                                    .actor = call.actor.trail_name(Permission::agency_settings_edit,
                                                                   call.agency->id),
                                    .act = "agency.change_dictionary",
                                    .object_kind = "agency",
                                    .object_id = call.agency->public_id,
                                    .agency = call.agency->id.value,
                                    .details = {{"dictionary", label_of(key)},
                                                {"words", std::to_string(next.words.size())}}});
        return next;
    }));
    return answer_of(key, kept);
}

api::Field words_field() {
    const auto word = api::object("DictionaryWord", {{"content", "词条", api::text(word_chars_max)},
                                                     {"is_offered", "可以选用", api::flag()}});
    return {"words", "词条", api::list(word, words_max)};
}

}  // namespace

std::vector<api::ApiRoute> dictionary_rows(const OfficeServices& services) {
    auto& database = services.database;
    const std::string all = "/api/v1/agencies/{agency}/dictionaries";
    const auto schema = api::object("Dictionary", {{"dictionary", "代码", api::text()},
                                                   {"label", "名称", api::text()},
                                                   api::version_field(),
                                                   words_field()});
    const auto named = api::object(
        "DictionaryName", {{"dictionary", "代码", api::text()}, {"label", "名称", api::text()}});
    const auto list = [](const Call&) -> Result<Response> {
        json::array items;
        for (const auto& [key, label] : dictionaries()) {
            items.push_back(json::object{{"dictionary", key}, {"label", label}});
        }
        return api::json_answer({{"items", std::move(items)}});
    };
    return {{.method = Method::get,
             .pattern = all,
             .permission = Permission::sign_in,
             .operation_id = "list_dictionaries",
             .summary = "常用词条",
             .answer = api::object("Dictionaries", {{"items", "各词表", api::list(named)}}),
             .handler = list},
            {.method = Method::get,
             .pattern = all + "/{dictionary}",
             .permission = Permission::sign_in,
             .operation_id = "read_dictionary",
             .summary = "查看常用词条",
             .answer = schema,
             .handler = [&database](const Call& call) { return read(call, database); }},
            {.method = Method::put,
             .pattern = all + "/{dictionary}",
             .permission = Permission::agency_settings_edit,
             .operation_id = "change_dictionary",
             .summary = "修改常用词条",
             .body = api::object("DictionaryToSave", {api::version_field(), words_field()}),
             .answer = schema,
             .handler = [&database](const Call& call) { return change(call, database); }}};
}

}  // namespace gk::web::office
