#include "cli/run.hpp"

int main(int count, char** words) {
    return gk::cli::run_process(count, words);
}
