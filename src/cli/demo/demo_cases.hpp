// The applications of the demonstration year: what was asked for, by whom, and which way each went
// through the office. Fictional, all of it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "application/case.hpp"
#include "law/outcome.hpp"

namespace gk::cli::demo {

// The way of a case through the office.
enum class Path : std::uint8_t {
    plain,  // Searched, drafted, reviewed, signed, delivered.
    on_the_spot,
    corrected,    // Corrected in time, then plain.
    uncorrected,  // Asked for a correction that never came.
    third_party,  // The third party agrees,
    third_party_objects,
    third_party_silent,
    joint_agency,  // Silent: deemed to agree.
    extended,
    fee_paid,
    fee_unpaid,
    deferred,   // Excessive, with good reason.
    excessive,  // Without.
    withdrawn,
    repeat,
    referral,
    split,
    record_amendment,  // Art. 41.
};

// The town whose year it is.
inline constexpr std::string_view demo_agency = "xigebi";

enum class Applicant : std::uint8_t { person, company, institute, charity, law_firm, village };

struct DemoCase {
    int year;
    unsigned month;
    unsigned day;
    law::Channel channel;
    Applicant applicant;
    Path path;
    law::Outcome outcome;
    std::string_view unit;
    std::string_view title;
};

// In the order of their dates.
[[nodiscard]] std::span<const DemoCase> demo_cases();

// Those that have their remedies, by their place in demo_cases().
struct RemedyPlaces {
    std::size_t internal_affairs;
    std::size_t deliberative;
    std::size_t not_found;
    std::size_t petition;
    std::size_t enforcement_file;
    std::size_t needs_creation;
};

[[nodiscard]] RemedyPlaces remedy_places();

// The form as such an applicant fills it in.
[[nodiscard]] application::NewApplication demo_application(std::size_t number, Applicant applicant,
                                                           std::string_view title);

}  // namespace gk::cli::demo
