#include "letter/template_data.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/assert.hpp"
#include "base/resource.hpp"

namespace gk {
extern const EmbeddedFile gk_letter_files[];
}

namespace gk::letter {

namespace {

// Those that a template of every kind may hold.
constexpr auto common_names =
    std::to_array<std::string_view>({"收件人", "称谓", "申请编号", "申请日期", "收到日期",
                                     "申请内容", "机关名称", "工作机构", "联系地址", "联系电话"});

toml::table parsed(std::string_view file_name) {
    const auto bytes = ResourceTable(gk_letter_files).find(file_name);
    GK_ASSERT(bytes.has_value());
    return toml::parse(*bytes, file_name);
}

std::string text_at(const toml::table& table, std::string_view key) {
    const auto* value = table.get_as<std::string>(key);
    GK_ASSERT(value != nullptr);
    return value->get();
}

std::vector<std::string> texts_of(const toml::array* array) {
    std::vector<std::string> texts;
    if (array != nullptr) {
        for (const auto& each : *array) {
            texts.push_back(each.as_string()->get());
        }
    }
    return texts;
}

PlaceholderType type_of(const std::string& word) {
    const auto all = placeholder_types();
    const auto found =
        std::ranges::find_if(all, [&](PlaceholderType each) { return key(each) == word; });
    GK_ASSERT(found != all.end());
    return *found;
}

std::vector<Placeholder> read_placeholders() {
    std::vector<Placeholder> placeholders;
    const auto file = parsed("letter/placeholders.toml");
    for (const auto& row : *file.get_as<toml::array>("placeholder")) {
        const auto& table = *row.as_table();
        placeholders.push_back({.key = text_at(table, "key"),
                                .name = text_at(table, "name"),
                                .type = type_of(text_at(table, "type")),
                                .is_of_office = text_at(table, "source") == "office",
                                .sample = text_at(table, "sample"),
                                .help = text_at(table, "help")});
    }
    return placeholders;
}

class KindReader {
public:
    explicit KindReader(const std::vector<Placeholder>& all) : all_(all) {}

    KindData read(law::LetterKind kind) {
        const auto file = parsed(fmt::format("letter/{}.toml", law::key(kind)));
        KindData data;
        data.text.title = text_at(file, "title");
        data.text.paragraphs = texts_of(file.get_as<toml::array>("paragraphs"));
        for (const auto& each : *file.get_as<toml::array>("states")) {
            data.states.push_back(texts_of(each.as_array()));
        }
        data.optional_names = texts_of(file.get_as<toml::array>("optional"));
        if (const auto* samples = file.get_as<toml::table>("samples")) {
            for (const auto& [key, value] : *samples) {
                data.samples.emplace(key.str(), value.as_string()->get());
            }
        }
        GK_ASSERT(data.states.size() == law::must_state(kind).size());
        names_.assign(common_names.begin(), common_names.end());
        for (const auto& paragraph : data.text.paragraphs) {
            for (const auto& name : placeholder_names(paragraph)) {
                names_.push_back(name);
            }
        }
        for (const auto& name : texts_of(file.get_as<toml::array>("beside"))) {
            names_.push_back(name);
        }
        for (const auto& placeholder : all_) {
            if (std::ranges::find(names_, placeholder.name) != names_.end()) {
                data.placeholders.push_back(&placeholder);
            }
        }
        return data;
    }

private:
    const std::vector<Placeholder>& all_;
    std::vector<std::string> names_;
};

}  // namespace

const TemplateData& template_data() {
    static const TemplateData* const data = [] {
        auto* read = new TemplateData{.placeholders = read_placeholders(), .kinds = {}};
        KindReader reader(read->placeholders);
        for (const auto kind : law::letter_kinds()) {
            read->kinds.emplace(kind, reader.read(kind));
        }
        return read;
    }();
    return *data;
}

}  // namespace gk::letter
