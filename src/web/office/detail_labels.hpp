// What the details of an entry in the trail say, in Chinese: {"role":"clerk"} → 角色：经办人.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gk::web::office {

struct DetailWords {
    std::string label;
    std::string text;
};

// In the order of the entry, without what is empty. What no table names stays as it is: entries of
// a trail outlive the program that wrote them. `details` is the JSON of the entry.
[[nodiscard]] std::vector<DetailWords> detail_words(std::string_view act, std::string_view details);

// 申请编号：…；办件状态：…
[[nodiscard]] std::string in_one_line(const std::vector<DetailWords>& details);

// What the entry is about, as people call it: a number, a login name, a kind of letter; the id
// where the details say none of these.
[[nodiscard]] std::string object_name(std::string_view act, std::string_view object_id,
                                      std::string_view details);

}  // namespace gk::web::office
