// Equality search over sealed data: who asks twice has the same index, and nothing else can be
// learnt from it without its key. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "people/key_ring.hpp"

namespace gk::people {

// What a person or an organization is known by, as it was given; what is not known is empty.
struct Identification {
    std::string_view number;  // 公民身份号码 or 统一社会信用代码
    std::string_view name;
    std::string_view phone;
};

// One text for one person however it was typed: the number, else name and telephone.
[[nodiscard]] std::string normalised_identity(const Identification& identification);

// "2:" and 64 hexadecimal digits: HMAC-SM3 with the newest index key.
[[nodiscard]] std::string blind_index(const KeyRing& ring, std::string_view normalised);

// The same with every key, the newest first: what a search asks for while keys are rotating.
[[nodiscard]] std::vector<std::string> blind_indexes(const KeyRing& ring,
                                                     std::string_view normalised);

}  // namespace gk::people
