#include "cli/run.hpp"
#include "document/child.hpp"

int main(int count, char** words) {
    if (const auto status = gk::document::run_as_child(count, words)) {
        return *status;
    }
    return gk::cli::run_process(count, words);
}
