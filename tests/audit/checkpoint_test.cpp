#include "audit/checkpoint.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "base/sm2.hpp"

namespace gk::audit {
namespace {

class Checkpoints : public testing::Test {
protected:
    std::string code_of(std::string_view json) {
        const auto read = read_checkpoint(json, public_key_);
        return read ? "" : read.error().first().code;
    }

    std::string private_key_ = new_sm2_private_key();
    std::string public_key_ = sm2_public_key(private_key_);
    Checkpoint checkpoint_{.sequence = 12, .hash = std::string(64, 'a'), .at = {1'700'000'000'000}};
    std::string json_ = signed_checkpoint(checkpoint_, private_key_);
};

TEST_F(Checkpoints, come_back_as_they_were_signed) {
    const auto read = read_checkpoint(json_, public_key_);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(*read, checkpoint_);
    const auto object = boost::json::parse(json_).as_object();
    EXPECT_EQ(object.at("at"), "2023-11-15T06:13:20.000+08:00");
    EXPECT_EQ(object.at("public_key").as_string(), public_key_);
    EXPECT_EQ(object.at("fingerprint").as_string(), fingerprint(public_key_));
}

TEST_F(Checkpoints, with_anything_changed_are_refused) {
    for (const auto* name : {"sequence", "hash", "at_ms", "signature"}) {
        auto object = boost::json::parse(json_).as_object();
        if (object.at(name).is_string()) {
            object.at(name).as_string()[0] = 'b';
        } else {
            object.at(name).as_int64() += 1;
        }
        EXPECT_EQ(code_of(boost::json::serialize(object)), "audit.checkpoint_not_ours") << name;
        object.erase(name);
        EXPECT_EQ(code_of(boost::json::serialize(object)), "audit.checkpoint_not_ours") << name;
    }
}

TEST_F(Checkpoints, signed_by_another_are_refused_whatever_key_they_bring) {
    EXPECT_EQ(code_of(signed_checkpoint(checkpoint_, new_sm2_private_key())),
              "audit.checkpoint_not_ours");
}

TEST_F(Checkpoints, are_told_from_other_files) {
    for (const auto* other : {"", "{", "[]", "{}", R"({"format":"other"})", R"({"format":1})"}) {
        EXPECT_EQ(code_of(other), "audit.not_a_checkpoint") << other;
    }
}

}  // namespace
}  // namespace gk::audit
