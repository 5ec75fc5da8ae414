// An application that a clerk has registered over HTTP.
#pragma once

#include <string>

#include <boost/json/value.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/id.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {

// Its address; the clerk is to be signed in.
inline std::string registered_case(api::ApiClient& client, std::string_view more = "") {
    const auto body = fmt::format(
        R"({{"kind":"disclosure","channel":"counter","on":"2026-02-27","form":"paper",
            "route":"post","identity_kind":"identity_card","applicant_kind":"natural_person",
            "name":"申请人甲","identity_number":"11010519491231002X","phone":"13800138000",
            "title":"2025年镇级财政预算","submission_key":"{}"{}}})",
        new_public_id(), more);
    const auto answer = client.post("/api/v1/agencies/lihe/cases", body);
    EXPECT_EQ(answer.status, 200) << answer.bytes();
    return "/api/v1/cases/" + std::string(api::json_of(answer).at("id").as_string());
}

}  // namespace gk::web::office
