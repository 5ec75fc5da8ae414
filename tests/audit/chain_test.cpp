#include "audit/chain.hpp"

#include <algorithm>
#include <array>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/sample_chain.hpp"

namespace gk::audit {
namespace {

using test::Chain;
using test::sample_chain;
using testing::ElementsAre;

AuditVerification check(const Chain& chain) {
    return check_chain(chain.entries, chain.head);
}

class Tampering {
public:
    explicit Tampering(std::uint32_t seed) : random_(seed) {}

    std::size_t below(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
    }

    void flip_byte(std::string& text) {
        const auto mask = static_cast<char>(1U << below(8));
        auto& byte = text[below(text.size())];
        byte = static_cast<char>(byte ^ mask);
    }

    void flip_number(std::int64_t& number) { number ^= std::int64_t{1} << below(62); }

    void change_field(AuditEntry& entry) {
        const std::array texts = {&entry.actor,     &entry.act,     &entry.object_kind,
                                  &entry.object_id, &entry.details, &entry.hash};
        switch (const auto field = below(texts.size() + 3)) {
            case 6:
                return flip_number(entry.sequence);
            case 7:
                return flip_number(entry.at.utc_ms);
            case 8:
                entry.agency = entry.agency ? std::nullopt : std::optional<std::int64_t>(7);
                return;
            default:
                return flip_byte(*texts.at(field));
        }
    }

    void tamper(Chain& chain) {
        auto& entries = chain.entries;
        const auto place = below(entries.size());
        const auto at = entries.begin() + static_cast<std::ptrdiff_t>(place);
        switch (below(6)) {
            case 0:
                entries.erase(at);
                break;
            case 1:  // The tail, from some place on.
                entries.erase(at, entries.end());
                break;
            case 2:
                std::swap(*at, entries[(place + 1 + below(entries.size() - 1)) % entries.size()]);
                break;
            case 3:  // Two contents change places, their numbers stay.
                swap_contents(*at,
                              entries[(place + 1 + below(entries.size() - 1)) % entries.size()]);
                break;
            case 4:
                entries.insert(at, entries[below(entries.size())]);
                break;
            default:
                change_field(*at);
        }
    }

private:
    static void swap_contents(AuditEntry& one, AuditEntry& other) {
        std::swap(one, other);
        std::swap(one.sequence, other.sequence);
    }

    std::mt19937 random_;
};

TEST(AuditChain, as_it_was_written_is_intact) {
    for (const int count : {0, 1, 2, 40}) {
        const auto found = check(sample_chain(count));
        EXPECT_TRUE(found.is_intact());
        EXPECT_EQ(found.entry_count, count);
        EXPECT_EQ(found.head.entry_count, count);
    }
}

TEST(AuditChain, shows_every_one_of_ten_thousand_random_tamperings) {
    const auto seed = std::random_device{}();
    RecordProperty("seed", std::to_string(seed));
    Tampering tampering(seed);
    const auto original = sample_chain(24);
    for (int round = 0; round < 10'000; ++round) {
        auto chain = original;
        tampering.tamper(chain);
        ASSERT_NE(chain.entries, original.entries) << "seed " << seed << " round " << round;
        ASSERT_FALSE(check(chain).is_intact()) << "seed " << seed << " round " << round;
    }
}

TEST(AuditChain, tells_where_an_entry_was_changed_and_not_of_those_after_it) {
    auto chain = sample_chain(9);
    chain.entries[3].details = "{}";
    EXPECT_THAT(check(chain).breaches, ElementsAre(Breach{4, BreachKind::changed}));
}

TEST(AuditChain, tells_where_an_entry_is_missing) {
    auto chain = sample_chain(9);
    chain.entries.erase(chain.entries.begin() + 3);
    EXPECT_THAT(check(chain).breaches,
                ElementsAre(Breach{5, BreachKind::missing}, Breach{5, BreachKind::changed},
                            Breach{9, BreachKind::tail_differs}));
}

TEST(AuditChain, misses_the_tail_that_was_cut_off) {
    auto chain = sample_chain(9);
    chain.entries.resize(7);
    EXPECT_THAT(check(chain).breaches, ElementsAre(Breach{9, BreachKind::tail_differs}));
    chain.entries.clear();
    EXPECT_THAT(check(chain).breaches, ElementsAre(Breach{9, BreachKind::tail_differs}));
}

TEST(AuditChain, an_entry_added_past_the_head_shows) {
    auto chain = sample_chain(9);
    chain.head = sample_chain(8).head;
    EXPECT_THAT(check(chain).breaches, ElementsAre(Breach{8, BreachKind::tail_differs}));
}

TEST(AuditChain, an_unreadable_entry_is_one_breach) {
    const auto chain = sample_chain(3);
    ChainCheck one;
    one.take(chain.entries[0]);
    one.take_unreadable(2);
    one.take(chain.entries[2]);
    EXPECT_THAT(one.finish(chain.head).breaches, ElementsAre(Breach{2, BreachKind::unreadable}));
}

TEST(AuditChain, a_whole_new_chain_that_fits_itself_does_not_fit_what_was_noted) {
    const auto noted = sample_chain(5);
    auto forged = sample_chain(0);
    for (auto entry : sample_chain(9).entries) {
        entry.actor = "cli:other";
        entry.hash = chained_hash(forged.head.hash, entry);
        forged.head = {entry.sequence, entry.hash};
        forged.entries.push_back(entry);
    }
    EXPECT_TRUE(check(forged).is_intact());
    ChainCheck against({{5, noted.head.hash}, {12, noted.head.hash}});
    for (const auto& entry : forged.entries) {
        against.take(entry);
    }
    EXPECT_THAT(against.finish(forged.head).breaches,
                ElementsAre(Breach{5, BreachKind::checkpoint_differs},
                            Breach{12, BreachKind::checkpoint_differs}));
}

TEST(AuditChain, lists_a_hundred_breaches_and_counts_all) {
    auto chain = sample_chain(150);
    for (auto& entry : chain.entries) {
        entry.actor = "cli:other";
    }
    const auto found = check(chain);
    EXPECT_EQ(found.breach_count, 150);
    EXPECT_EQ(found.breaches.size(), 100U);
}

TEST(AuditChain, every_kind_of_breach_has_a_word_and_a_description) {
    for (const auto kind : {BreachKind::changed, BreachKind::missing, BreachKind::unreadable,
                            BreachKind::tail_differs, BreachKind::checkpoint_differs}) {
        EXPECT_FALSE(key(kind).empty());
        EXPECT_FALSE(description(kind).empty());
    }
}

}  // namespace
}  // namespace gk::audit
