#include "cli/commands/report_reference.hpp"

#include "cli/values.hpp"

namespace gk::cli {

Result<report::ReportReference> report_reference(const Arguments& arguments) {
    GK_TRY(const auto year, number_of(arguments, report_year_option.name, 1, 9999));
    return report::ReportReference{arguments.one(report_agency_option.name).value_or(""),
                                   year.value_or(0)};
}

people::Actor actor_of(const Context& context) {
    return people::operator_named(context.actor());
}

}  // namespace gk::cli
