// A value that the two forms of the annual report have each in its own way.
#pragma once

#include "base/assert.hpp"
#include "law/report_format.hpp"

namespace gk::law {

template <typename T>
struct ByFormat {
    T trial_2019;
    T form_2021;

    [[nodiscard]] constexpr const T& operator[](ReportFormat format) const {
        switch (format) {
            case ReportFormat::trial_2019:
                return trial_2019;
            case ReportFormat::form_2021:
                return form_2021;
        }
        throw_bug("a form of the annual report", std::source_location::current());
    }
};

}  // namespace gk::law
