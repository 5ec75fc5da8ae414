#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/config_keys.hpp"
#include "cli/config_load.hpp"
#include "support/golden.hpp"

namespace gk::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Result<LoadedConfig> read(std::string_view toml, const Environment& environment = {}) {
    return read_config(toml, "conf/gongkai.toml", environment);
}

std::vector<std::string> codes(const Error& error) {
    std::vector<std::string> all;
    for (const auto& problem : error.problems()) {
        all.push_back(problem.code);
    }
    return all;
}

TEST(Config, an_empty_file_gives_the_defaults) {
    const auto config = read("");
    EXPECT_EQ(config->values.server.port, 8080);
    EXPECT_EQ(config->values.server.address, "127.0.0.1");
    EXPECT_EQ(config->values.data.folder, "var");
    EXPECT_THAT(config->origins, testing::IsEmpty());
}

TEST(Config, a_file_sets_every_kind_of_key) {
    const auto config = read(
        "[server]\nport = 9000\ntrusted_proxies = [\"10.0.0.1\", \"10.0.0.2\"]\n"
        "[data]\nfolder = \"../data\"\n[log]\nlevel = \"warning\"\n[site]\nagency = \"xigebi\"\n");
    EXPECT_EQ(config->values.server.port, 9000);
    EXPECT_THAT(config->values.server.trusted_proxies, ElementsAre("10.0.0.1", "10.0.0.2"));
    EXPECT_EQ(config->values.data.folder, "data") << "a path starts from the file's folder";
    EXPECT_EQ(config->values.log.level, log::Level::warning);
    EXPECT_EQ(config->values.site.agency, "xigebi");
    EXPECT_EQ(config->origins.at("server.port"), "conf/gongkai.toml 第2行");
}

TEST(Config, the_environment_overrides_the_file) {
    const auto config =
        read("[server]\nport = 9000\n", {{"GONGKAI_SERVER_PORT", "9001"},
                                         {"GONGKAI_SERVER_TRUSTED_PROXIES", "a, b,"},
                                         {"GONGKAI_DATA_FOLDER", "elsewhere"},
                                         {"GONGKAI_LOG_LEVEL", "debug"}});
    EXPECT_EQ(config->values.server.port, 9001);
    EXPECT_THAT(config->values.server.trusted_proxies, ElementsAre("a", "b"));
    EXPECT_EQ(config->values.data.folder, "elsewhere");
    EXPECT_EQ(config->values.log.level, log::Level::debug);
    EXPECT_EQ(config->origins.at("server.port"), "环境变量 GONGKAI_SERVER_PORT");
}

TEST(Config, an_unknown_key_is_an_error_with_its_line_and_a_suggestion) {
    const auto error = read("[server]\n\nprot = 1\n").error();
    EXPECT_EQ(error.first().code, "config.unknown_key");
    EXPECT_EQ(error.first().message, "conf/gongkai.toml 第3行：[server] 里没有“prot”这个键。");
    EXPECT_EQ(error.first().hint, "您是不是要写“port”？");
    EXPECT_EQ(error.first().field, "server.prot");
    EXPECT_THAT(read("[log]\nzzzz = 1\n").error().first().hint, HasSubstr("level"));
}

TEST(Config, an_unknown_section_is_an_error_with_a_suggestion) {
    const auto error = read("[sever]\nport = 1\n").error();
    EXPECT_EQ(error.first().code, "config.unknown_section");
    EXPECT_EQ(error.first().hint, "您是不是要写“server”？");
    EXPECT_EQ(read("server = 1\n").error().first().code, "config.wrong_type");
}

TEST(Config, an_unknown_variable_of_ours_is_an_error_and_others_are_not) {
    EXPECT_EQ(read("", {{"GONGKAI_SERVER_PROT", "1"}}).error().first().hint,
              "您是不是要写“GONGKAI_SERVER_PORT”？");
    EXPECT_EQ(read("", {{"GONGKAI_SERVER_COLOUR", "1"}}).error().first().code,
              "config.unknown_variable");
    EXPECT_TRUE(read("", {{"GONGKAI_SHARED_DIR", "/x"}, {"PORT", "1"}}).has_value());
}

TEST(Config, answers_all_problems_at_once) {
    const auto error = read(
                           "[server]\nport = 70000\nworkers = \"two\"\n"
                           "trusted_proxies = [1]\n[log]\nlevel = \"loud\"\n"
                           "[data]\nfolder = 3\n[site]\nagency = 5\n",
                           {{"GONGKAI_DATABASE_CONNECTIONS_MAX", "8x"}})
                           .error();
    EXPECT_THAT(codes(error), testing::UnorderedElementsAre(
                                  "config.out_of_range", "config.wrong_type", "config.wrong_type",
                                  "config.not_a_choice", "config.wrong_type", "config.wrong_type",
                                  "config.wrong_type"));
}

TEST(Config, a_file_that_is_no_toml_is_told_in_chinese_with_its_place) {
    const auto error = read("[server]\nport = = 1\n").error();
    EXPECT_EQ(error.first().code, "config.syntax");
    EXPECT_EQ(error.first().message, "配置文件“conf/gongkai.toml”第2行第8列：“port”的值看不懂。");
    EXPECT_THAT(error.first().hint, HasSubstr("例如 \"0.0.0.0\""));
}

TEST(Config, a_file_that_is_not_there_is_an_error) {
    EXPECT_EQ(load_config("no/such/file.toml", {}).error().first().code, "config.unreadable");
    EXPECT_EQ(load_config(".", {}).error().first().code, "config.unreadable");
}

TEST(Config, the_dump_can_be_read_again_and_says_where_from) {
    const auto config = read(
        "[site]\noffice_name = \"办公室 \\\"甲\\\" \\\\\"\n"
        "[server]\ntrusted_proxies = [\"::1\"]\n");
    const auto dump = dump_config(*config);
    EXPECT_THAT(dump, HasSubstr("port = 8080  # 默认值\n"));
    EXPECT_THAT(dump, HasSubstr("trusted_proxies = [\"::1\"]  # conf/gongkai.toml 第4行\n"));
    const auto again = read_config(dump, "again.toml", {});
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->values.site.office_name, "办公室 \"甲\" \\");
}

TEST(Config, the_dump_hides_what_may_hold_a_password) {
    const auto config = read("[database]\nurl = \"postgres://u:geheim@h/d\"\n");
    EXPECT_THAT(dump_config(*config), Not(HasSubstr("geheim")));
}

TEST(Config, every_key_belongs_to_a_section_and_has_a_default_within_its_range) {
    Config defaults;
    for (const auto& key : config_keys()) {
        const auto slot = key.slot(defaults);
        if (const auto* const* number = std::get_if<int*>(&slot)) {
            EXPECT_GE(**number, key.min) << dotted_name(key);
            EXPECT_LE(**number, key.max) << dotted_name(key);
        }
        EXPECT_TRUE(std::ranges::any_of(config_sections(), [&](const ConfigSection& section) {
            return section.name == key.section;
        })) << dotted_name(key);
    }
}

TEST(Config, the_reference_page_is_up_to_date) {
    test::expect_golden("docs/generated/config.md", config_reference());
}

}  // namespace
}  // namespace gk::cli
