#include "law/in_force.hpp"

#include "law/errors.hpp"
#include "law/instrument.hpp"

namespace gk::law {

Error no_row_for(Date date) {
    const auto* regulation = regulation_on(date);
    if (regulation != nullptr && regulation->ceased_on) {
        return error(not_modelled, date.chinese()).on({regulation->key});
    }
    return error(no_law_in_force, date.chinese());
}

}  // namespace gk::law
