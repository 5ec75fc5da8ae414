// main() of the test programs that read documents: the child that reads a PDF is the program
// itself.
#include <gtest/gtest.h>

#include "document/child.hpp"

int main(int argc, char** argv) {
    if (const auto status = gk::document::run_as_child(argc, argv)) {
        return *status;
    }
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
