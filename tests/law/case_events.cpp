#include "law/case_events.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "law/consultation.hpp"

namespace gk::test {

namespace {

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + separator.size());
    }
}

Date date_of(std::string_view text) {
    const auto date = Date::parse(text);
    if (!date) {
        throw std::invalid_argument("no date: " + std::string(text));
    }
    return *date;
}

// "2026-03-05 告知，2026-03-10 收到" to its dates by their words.
class Dates {
public:
    explicit Dates(std::string_view text) {
        for (const auto& each : split(text, "，")) {
            dates_[each.substr(11)] = date_of(each.substr(0, 10));
        }
    }

    std::optional<Date> take(std::string_view word) {
        const auto found = dates_.find(word);
        if (found == dates_.end()) {
            return std::nullopt;
        }
        const auto date = found->second;
        dates_.erase(found);
        return date;
    }

    void expect_empty() const {
        if (!dates_.empty()) {
            throw std::invalid_argument("not understood: " + dates_.begin()->first);
        }
    }

private:
    std::map<std::string, Date, std::less<>> dates_;
};

void add_dated(law::ApplicationEvents& events, std::string_view name, Dates dates) {
    if (name == "补正") {
        events.corrections.push_back({dates.take("告知"), dates.take("收到")});
    } else if (name == "收费") {
        events.fee = law::FeePayment{dates.take("通知"), dates.take("缴费")};
    } else if (name == "延迟") {
        events.deferral = law::Deferral{dates.take("告知").value(), dates.take("到期").value()};
    } else {
        for (const auto consulted : law::consulted_kinds()) {
            if (name == "征求" + std::string(label(consulted))) {
                const auto sent_on = dates.take("发出").value();
                const auto delivered_on = dates.take("送达");
                events.consultations.push_back(
                    {consulted, sent_on, delivered_on, dates.take("收到")});
            }
        }
    }
    dates.expect_empty();
}

}  // namespace

CaseEvents case_events(Date received_on, std::string_view text) {
    CaseEvents result{{.submission = {law::Channel::counter, received_on}}, Date(2100, 1, 1)};
    if (text == "无") {
        return result;
    }
    for (const auto& event : split(text, "；")) {
        const auto parts = split(event, "：");
        if (parts.size() != 2) {
            throw std::invalid_argument("not understood: " + event);
        }
        if (parts[0] == "延期") {
            result.events.extension =
                law::Extension{std::stoi(parts[1]), law::Done::yes, law::Done::yes};
        } else if (parts[0] == "截至") {
            result.today = date_of(parts[1]);
        } else {
            add_dated(result.events, parts[0], Dates(parts[1]));
        }
    }
    return result;
}

}  // namespace gk::test
