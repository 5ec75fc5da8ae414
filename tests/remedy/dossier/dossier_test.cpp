// A dossier holds everything of a case in order, under readable names, with hashes that are true.
#include <filesystem>

#include <gmock/gmock.h>

#include "application/service.hpp"
#include "audit/store.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "document/extract.hpp"
#include "document/office_package.hpp"
#include "document/pdf_joining.hpp"
#include "document/picture_builder.hpp"
#include "document/stored_file_store.hpp"
#include "letter/sample.hpp"
#include "people/service.hpp"
#include "remedy/case_link_service.hpp"
#include "remedy/dossier/dossier_files.hpp"
#include "remedy/dossier/dossier_service.hpp"
#include "remedy/remedy_files_service.hpp"
#include "remedy/sample_remedy.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "support/town.hpp"

namespace gk::remedy::dossier {
namespace {

using application::Action;
using people::Role;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Moment at(Date date) {
    return FixedClock(date).now();
}

class Dossiers : public test::OnBothDatabases {
protected:
    Dossiers() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        town_ = test::registered_town(database(), at({2026, 3, 1})).id;
    }

    ~Dossiers() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] people::Actor person(Role role) const {
        return {.name = "user:" + std::string(people::key(role)),
                .display_name = {},
                .account = Id<people::Account>{1},
                .is_operator = false,
                .held_roles = {{.role = role, .agency = town_}}};
    }

    // Its public id.
    std::string kept(document::MediaKind kind, std::string_view bytes, std::string_view name) {
        const auto placed = files_.place(bytes, document::Sealing::sealed);
        return database().write([&](store::Transaction& transaction) {
            return document::insert_stored_file(
                       transaction,
                       {.agency = town_, .kind = kind, .given_name = name, .placed = placed},
                       at({2026, 3, 2}))
                .public_id;
        });
    }

    void did(const std::string& id, Action action, Date on, const application::Entry& entry,
             Role role = Role::clerk) {
        auto desk = case_desk_;
        desk.letters = &tools_;
        const auto done =
            application::act(desk, {.public_id = id}, action, entry, person(role), at(on));
        ASSERT_TRUE(done.has_value()) << done.error().first().message;
    }

    // Applied for with a photo, searched for by a unit, answered by a letter that was posted, then
    // a reconsideration with a document.
    std::string whole_case() {
        const auto photo = kept(document::MediaKind::jpeg,
                                document::test::jpeg(64, 48, {.exif_orientation = 1}), "证件.jpg");
        const auto receipt = application::register_application(
            case_desk_,
            {.agency_code = "xigebi",
             .applicant = {.name = "申请人甲",
                           .identity_number = "11010519491231002X",
                           .contact = {.phone = "13800138000"}},
             .wanted = {.title = "水费收缴/标准"},
             .files = {photo}},
            {.on = Date(2026, 3, 2), .channel = law::Channel::counter},
            application::new_query_code(), "", person(Role::clerk), at({2026, 3, 2}));
        EXPECT_TRUE(receipt.has_value());
        const auto id = receipt->public_id;
        did(id, Action::give_search_task, {2026, 3, 3},
            {.text = "查找收缴标准", .due_on = Date(2026, 3, 9), .unit = "finance"});
        did(id, Action::record_search, {2026, 3, 4},
            {.text = "查了2020年以来的发文登记",
             .event_number = 2,
             .unit = "finance",
             .search_result = application::SearchResult::not_found});
        const auto letter = database().write([&](store::Transaction& transaction) {
            return letter::draft(transaction, tools_,
                                 {.agency = town_,
                                  .case_id = id,
                                  .kind = law::LetterKind::not_found,
                                  .values = letter::sample_values(law::LetterKind::not_found)},
                                 person(Role::clerk), at({2026, 3, 5}));
        });
        EXPECT_TRUE(letter.has_value());
        did(id, Action::draft_decision, {2026, 3, 5},
            {.text = "不存在", .reference = letter->public_id, .outcome = law::Outcome::not_found});
        did(id, Action::review_decision, {2026, 3, 6}, {}, Role::office_head);
        did(id, Action::sign_decision, {2026, 3, 9}, {}, Role::signatory);
        did(id, Action::deliver, {2026, 3, 10},
            {.on = Date(2026, 3, 10),
             .evidence = "EMS 1",
             .route = application::AnswerRoute::post});
        add_remedy(id);
        return id;
    }

    void add_remedy(const std::string& id) {
        const auto paper = document::write_docx({.title = "申请书",
                                                 .author = {},
                                                 .made_at = Moment{1},
                                                 .blocks = {document::Text{{}, "请求撤销答复"}}});
        const Desk desk{database(), ring_, calendar(), link_};
        const auto made =
            register_remedy(desk,
                            {.agency_code = "xigebi",
                             .application = id,
                             .title = "不服答复",
                             .body_name = "某市人民政府"},
                            {.on = Date(2026, 4, 1)}, person(Role::clerk), at({2026, 4, 1}));
        ASSERT_TRUE(made.has_value()) << made.error().first().message;
        const auto sent =
            keep_paper(desk, files_, made->public_id, {.bytes = paper, .name = "申请书.docx"},
                       person(Role::clerk), at({2026, 4, 2}));
        ASSERT_TRUE(sent.has_value());
        ASSERT_TRUE(act(desk, {made->public_id}, RemedyAction::receive_copy,
                        {.on = Date(2026, 4, 2), .files = {sent->public_id}}, person(Role::clerk),
                        at({2026, 4, 2}))
                        .has_value());
    }

    Result<Dossier> taken_out(const std::string& id, const people::Actor& actor) {
        return take_out_dossier(case_desk_, files_, id, DossierForm::zip, actor, at({2026, 4, 10}));
    }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("dossiers-" + new_public_id());
    Id<people::Agency> town_;
    const people::KeyRing ring_ = people::new_key_ring();
    const document::FileStore files_{folder_, ring_};
    const letter::LetterTools tools_{.files = files_, .ring = ring_};
    const application::Desk case_desk_{database(), ring_, calendar()};
    const CaseLink link_{case_desk_};
};

GK_ON_BOTH_DATABASES(Dossiers);

TEST_P(Dossiers, tell_what_was_done_in_case_letters_and_remedies_in_order) {
    const auto dossier = *taken_out(whole_case(), person(Role::clerk));
    std::vector<std::string> titles;
    for (const auto& each : dossier.course) {
        titles.push_back(each.title);
    }
    EXPECT_THAT(titles,
                ElementsAre("登记申请", "交办检索", "登记检索结果", "拟定答复", "审核通过", "签发",
                            "签发政府信息公开申请答复书（信息不存在）", "送达",
                            "送达政府信息公开申请答复书（信息不存在）",
                            "行政复议：登记复议或者诉讼", "行政复议：收到申请书或者起诉状副本"));
    EXPECT_EQ(dossier.cover.front().text, "xigebi-2026-0001");
    EXPECT_EQ(dossier.form[1].text, "申请人甲");
}

TEST_P(Dossiers, name_letters_and_records_as_people_do) {
    const auto dossier = *taken_out(whole_case(), person(Role::clerk));
    const auto lines_of = [&](std::string_view title) {
        return std::ranges::find(dossier.course, title, &Occurrence::title)->lines;
    };
    EXPECT_THAT(lines_of("拟定答复"), Contains("文书：政府信息公开申请答复书（信息不存在）"));
    EXPECT_THAT(lines_of("登记检索结果"), Contains("任务：2026年3月3日的“交办检索”"));
}

TEST_P(Dossiers, name_in_full_who_was_asked) {
    const auto id = whole_case();
    did(id, Action::reopen, {2026, 4, 8}, {.text = "重新办理"});
    did(id, Action::consult, {2026, 4, 9},
        {.text = "是否同意公开",
         .consulted = law::Consulted::third_party,
         .party = "第三方乙",
         .contact = "某某路2号"});
    const auto dossier = taken_out(id, person(Role::clerk));
    ASSERT_TRUE(dossier.has_value());
    EXPECT_THAT(dossier->course.back().lines,
                testing::IsSupersetOf({"名称：第三方乙", "地址、电话：某某路2号"}));
}

TEST_P(Dossiers, give_each_file_a_readable_name_without_signs_of_the_file_system) {
    const auto dossier = *taken_out(whole_case(), person(Role::clerk));
    const auto names = file_names(dossier);
    ASSERT_EQ(names.size(), 3U);
    EXPECT_EQ(names[0], "001 2026-03-02 登记申请.jpg");
    EXPECT_THAT(names[1], HasSubstr("002 2026-03-09 "));
    EXPECT_THAT(names[1], testing::EndsWith("1号.pdf"));
    EXPECT_EQ(names[2], "003 2026-04-02 行政复议：收到申请书或者起诉状副本.docx");
}

TEST_P(Dossiers, are_archives_whose_hashes_are_those_of_the_files_in_them) {
    const auto dossier = *taken_out(whole_case(), person(Role::office_head));
    const auto bytes = dossier_zip(dossier, {});
    auto archive = document::OfficePackage::open(bytes, {});
    ASSERT_TRUE(archive.has_value());
    const auto sums = *archive->read("SHA256SUMS");
    int checked = 0;
    for (const auto line : text::split(sums, '\n')) {
        if (!line.empty()) {
            const auto name = line.substr(66);
            EXPECT_EQ(sha256_hex(*archive->read(name)), line.substr(0, 64)) << name;
            ++checked;
        }
    }
    EXPECT_EQ(checked, 6);
    const auto index = document::extract(*archive->read("卷内目录.xlsx"), "index.xlsx");
    ASSERT_TRUE(index.has_value());
    const auto& grid = std::get<document::Grid>(index->blocks.front());
    EXPECT_EQ(grid.rows, 4);
    EXPECT_TRUE(std::ranges::any_of(grid.cells, [&](const document::GridCell& cell) {
        return cell.text == dossier.files[1].sm3;
    }));
}

TEST_P(Dossiers, are_one_pdf_with_the_pages_of_everything) {
    auto dossier = *taken_out(whole_case(), person(Role::clerk));
    const auto pdf = dossier_pdf(dossier, {});
    ASSERT_TRUE(pdf.has_value()) << pdf.error().first().message;
    // Cover, contents, form, course, photo, letter of two pages, docx.
    EXPECT_EQ(document::pdf_page_count(*pdf), 8U);
    const auto read = document::extract(*pdf, "dossier.pdf");
    ASSERT_TRUE(read.has_value());
    std::string text;
    for (const auto& block : read->blocks) {
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
            text += paragraph->text + "\n";
        } else {
            for (const auto& cell : std::get<document::Grid>(block).cells) {
                text += cell.text + "\n";
            }
        }
    }
    EXPECT_THAT(text, HasSubstr("政府信息公开申请案卷"));
    EXPECT_THAT(text, HasSubstr("请求撤销答复"));
    dossier.files[0].kind = document::MediaKind::pdf;
    EXPECT_EQ(dossier_pdf(dossier, {}).error().first().code, "remedy.dossier_file_unreadable");
}

TEST_P(Dossiers, say_of_a_deleted_file_that_it_was_there) {
    auto dossier = *taken_out(whole_case(), person(Role::clerk));
    dossier.files[0].bytes.clear();
    EXPECT_EQ(document::pdf_page_count(*dossier_pdf(dossier, {})), 8U);
    const auto bytes = dossier_zip(dossier, {});
    EXPECT_FALSE(document::OfficePackage::open(bytes, {})->has(file_names(dossier)[0]));
}

TEST_P(Dossiers, are_for_who_may_see_applicants_and_leave_a_mark) {
    const auto id = whole_case();
    EXPECT_EQ(taken_out(id, person(Role::signatory)).error().first().code,
              "application.not_permitted");
    EXPECT_EQ(taken_out(id, people::everyone()).error().first().code, "application.case_unknown");
    ASSERT_TRUE(taken_out(id, person(Role::clerk)).has_value());
    const auto marks = database().read([](store::Snapshot& snapshot) {
        auto row = snapshot.query(
            "SELECT COUNT(*) FROM audit_entries WHERE act = 'case.take_out_dossier'");
        EXPECT_TRUE(row.next());
        return row.get<int>(0);
    });
    EXPECT_EQ(marks, 1);
}

TEST_P(Dossiers, of_more_bytes_than_can_be_joined_are_refused) {
    const auto id = whole_case();
    database().write([](store::Transaction& transaction) {
        transaction.execute("UPDATE stored_files SET byte_count = 400000000");
    });
    EXPECT_EQ(taken_out(id, person(Role::clerk)).error().first().code, "remedy.dossier_too_large");
}

}  // namespace
}  // namespace gk::remedy::dossier
