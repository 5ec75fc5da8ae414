#include "law/date_order.hpp"

#include "law/errors.hpp"

namespace gk::law {

void check_order(ProblemList& problems, const NamedDate& earlier, const NamedDate& later) {
    const auto floor = earlier.date.value_or(Date(1900, 1, 1));
    if (later.date.value_or(floor) < floor) {
        problems.add(error(dates_out_of_order, later.name, later.date->chinese(), earlier.name,
                           floor.chinese())
                         .at(later.field));
    }
}

}  // namespace gk::law
