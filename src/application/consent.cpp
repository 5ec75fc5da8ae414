#include "application/consent.hpp"

namespace gk::application {

bool objects(const ConsultationStanding& consultation) {
    return consultation.opinion && lacks_consent(consultation);
}

bool lacks_consent(const ConsultationStanding& consultation) {
    return consultation.consultation.consulted == law::Consulted::third_party &&
           consultation.opinion != Opinion::agrees;
}

}  // namespace gk::application
