// A letter as it is kept: whose case it belongs to, how far it has come, what it said each time it
// was written, how it reached its addressee, which files left with it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/stored_file.hpp"
#include "law/exemption.hpp"
#include "law/letter_kind.hpp"
#include "letter/flow.hpp"
#include "letter/letter_text.hpp"
#include "people/agency.hpp"

namespace gk::letter {

// 直接送达 and 委托送达 count from the day of signing for it, post from the day of posting
// (国办公开办函〔2016〕235号); for what is sent over a wire no text says, so the day of sending.
enum class DeliveryRoute : std::uint8_t { counter, entrusted, mail, internet, fax };
[[nodiscard]] std::span<const DeliveryRoute> delivery_routes();
[[nodiscard]] std::string_view key(DeliveryRoute route);
[[nodiscard]] std::string_view label(DeliveryRoute route);
[[nodiscard]] std::optional<DeliveryRoute> delivery_route_of(std::string_view key);

// Why that day counts, in words: 交邮之日.
[[nodiscard]] std::string_view delivery_rule(DeliveryRoute route);
// Whether the letter counts as delivered when it is signed for, not when it is sent.
[[nodiscard]] bool counts_when_signed_for(DeliveryRoute route);

struct LetterDelivery {
    int number = 0;  // From 1.
    DeliveryRoute route = DeliveryRoute::mail;
    Date handed_over_on;               // Posted, sent, handed over.
    std::optional<Date> delivered_on;  // When the answer counts as given; nothing: not yet.
    std::string tracking_number;
    std::optional<Date> signed_for_on;
    std::string actor;
    Moment recorded_at;
};

enum class ReleaseStatus : std::uint8_t { awaiting_review, cleared, refused };
[[nodiscard]] std::span<const ReleaseStatus> release_statuses();
[[nodiscard]] std::string_view key(ReleaseStatus status);
[[nodiscard]] std::string_view label(ReleaseStatus status);
[[nodiscard]] std::optional<ReleaseStatus> release_status_of(std::string_view key);

// One place that was withheld of a file (条例 art. 37).
struct Severance {
    std::string place;  // 第3页第2段
    law::Exemption exemption = law::Exemption::third_party_rights;
    std::string reason;

    friend bool operator==(const Severance&, const Severance&) = default;
};

// A file that leaves with the letter: the copy without metadata.
struct ReleasedFile {
    Id<ReleasedFile> id;
    std::string public_id;
    int position = 0;
    std::string title;
    document::StoredFile file;
    std::string source_sha256;  // Of the file from which the copy was made.
    ReleaseStatus status = ReleaseStatus::awaiting_review;
    std::string opinion;
    std::string added_by;
    std::optional<std::string> reviewed_by;
    std::optional<Moment> reviewed_at;
    std::vector<Severance> severances;
};

struct Letter {
    Id<Letter> id;
    std::string public_id;
    Id<people::Agency> agency;
    std::string case_id;  // The public id of the case that it belongs to.
    law::LetterKind kind = law::LetterKind::granted;
    std::int64_t version = 0;  // Grows with every act.
    LetterStatus status = LetterStatus::draft;
    int draft_number = 0;               // Of what it says now.
    std::optional<std::string> number;  // 发文字号, date and file: from the signing on.
    std::optional<Date> dated_on;
    std::optional<Id<document::StoredFile>> file;         // The PDF that was signed.
    std::optional<Id<document::StoredFile>> sealed_file;  // The same as the seal service gave it.
    std::optional<Date> delivered_on;                     // The first day that counts.
    std::vector<LetterAct> acts;
    std::vector<LetterDelivery> deliveries;
    std::vector<ReleasedFile> released_files;

    [[nodiscard]] LetterStanding standing() const;
};

// What a letter said when it was written for the n-th time.
struct LetterDraft {
    int number = 0;
    LetterText text;
    std::optional<Id<document::StoredFile>> file;  // The docx sent in for it, or filled for it.
    std::string actor;
    Moment made_at;
};

}  // namespace gk::letter
