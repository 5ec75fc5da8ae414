#include "web/office/workbench.hpp"

#include <array>

#include <gtest/gtest.h>

#include "web/application.hpp"
#include "web/http/target.hpp"

namespace gk::web::office {
namespace {

constexpr std::string_view page = "<!DOCTYPE html><title>工作台</title>";
constexpr std::string_view script = "export const answer = 42;";

class WorkbenchBundle : public ::testing::Test {
protected:
    static Response get(Application& application, std::string path) {
        Request request;
        request.path = std::move(path);
        request.request_id = "test";
        auto admission = application.admit(request);
        return admission.answer ? *std::move(admission.answer) : admission.run(request);
    }

    std::array<EmbeddedFile, 4> files_ = {{
        {"web_office/index.html", page.data(), page.data() + page.size()},
        {"web_office/assets/index-3f.js", script.data(), script.data() + script.size()},
        {"web_office/opening.css", script.data(), script.data()},
        {nullptr, nullptr, nullptr},
    }};
    Application application_{workbench_routes(ResourceTable(files_.data())), ErrorPage()};
};

TEST_F(WorkbenchBundle, keeps_hashed_files_for_ever_and_asks_for_the_page_each_time) {
    const auto asset = get(application_, "/office/assets/index-3f.js");
    EXPECT_EQ(asset.bytes(), script);
    EXPECT_EQ(asset.headers.get("Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(asset.headers.get("Cache-Control"), "public, max-age=31536000, immutable");
    const auto start = get(application_, "/office/");
    EXPECT_EQ(start.bytes(), page);
    EXPECT_EQ(start.headers.get("Cache-Control"), "no-cache");
    EXPECT_EQ(get(application_, "/office/opening.css").headers.get("Cache-Control"), "no-cache");
}

TEST_F(WorkbenchBundle, shows_the_page_for_every_path_that_it_knows_itself) {
    EXPECT_EQ(get(application_, "/office/agencies/xigebi/annual-reports/2025").bytes(), page);
    EXPECT_EQ(
        get(application_, "/office/reports/xigebi/2025/cells/remedies.litigation%5B4%5D").bytes(),
        page)
        << "a cell has a dot in its name";
    EXPECT_EQ(get(application_, "/office").headers.get("Location"), "/office/");
}

TEST_F(WorkbenchBundle, does_not_answer_with_the_page_for_a_file_that_is_gone) {
    EXPECT_EQ(get(application_, "/office/assets/index-00.js").status, 404);
    EXPECT_EQ(get(application_, "/office/old.css").status, 404);
}

TEST_F(WorkbenchBundle, lets_styles_stand_on_elements_and_nothing_else_inline) {
    const std::string policy(get(application_, "/office/").headers.get("Content-Security-Policy"));
    EXPECT_NE(
        policy.find("default-src 'self'; img-src 'self' blob:; style-src-attr 'unsafe-inline'"),
        std::string::npos);
    EXPECT_EQ(policy.find("script-src"), std::string::npos);
}

TEST(Workbench, says_so_where_the_program_was_built_without_it) {
    const EmbeddedFile none[] = {{nullptr, nullptr, nullptr}};
    Application application(workbench_routes(ResourceTable(none)), ErrorPage());
    Request request;
    request.path = "/office/";
    auto admission = application.admit(request);
    const auto answer = admission.run(request);
    EXPECT_EQ(answer.status, 404);
    EXPECT_NE(answer.body.find("office.workbench_missing"), std::string::npos);
}

}  // namespace
}  // namespace gk::web::office
