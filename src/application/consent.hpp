// What a third party thinks of the disclosure (条例 art. 32). Pure.
#pragma once

#include "application/standing.hpp"

namespace gk::application {

// A third party that does not agree, in whole or in part.
[[nodiscard]] bool objects(const ConsultationStanding& consultation);

// A third party that objects or has said nothing: silence is no consent.
[[nodiscard]] bool lacks_consent(const ConsultationStanding& consultation);

}  // namespace gk::application
