# The few kinds of target there are.
#   gk_library(NAME SOURCES … USES … [PRIVATE_USES …])   a folder of src/: libgk_NAME, namespace gk::NAME
#   gk_test(NAME SOURCES … USES … [LABELS …])            one test program of tests/, found by ctest;
#                                                        label "golden": script/bless runs it
#   gk_fuzzer(NAME SOURCES … USES …)                     libFuzzer target; elsewhere a replay of the saved inputs
#   gk_embed(TARGET ROOT dir FILES …)                    files that the program carries in itself

add_library(gk_options INTERFACE)
target_include_directories(gk_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
# -Wno-string-conversion: clang's -Wconversion minds GK_ASSERT(!"what cannot be").
target_compile_options(gk_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Wimplicit-fallthrough
                       -Wno-string-conversion -Werror -fstack-protector-strong -fno-omit-frame-pointer)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12 itself uses what it calls deprecated; only g++ knows to keep quiet about that.
  target_compile_options(gk_options INTERFACE -Wno-deprecated-declarations)
endif()
target_compile_definitions(gk_options INTERFACE GONGKAI_VERSION="${PROJECT_VERSION}")
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(gk_options INTERFACE _FORTIFY_SOURCE=2)
  # At -O2 g++ 12 finds the one in the destructor of std::variant, the other in "a" + text.
  target_compile_options(gk_options INTERFACE
                         "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-restrict>")
endif()
if(GONGKAI_SANITIZE)
  target_compile_options(gk_options INTERFACE -fsanitize=${GONGKAI_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(gk_options INTERFACE -fsanitize=${GONGKAI_SANITIZE})
endif()
if(GONGKAI_COVERAGE)
  target_compile_definitions(gk_options INTERFACE GONGKAI_COVERAGE)
  target_compile_options(gk_options INTERFACE -fprofile-instr-generate -fcoverage-mapping)
  target_link_options(gk_options INTERFACE -fprofile-instr-generate)
endif()
if(GONGKAI_FUZZ)
  target_compile_options(gk_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

function(gk_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;PRIVATE_USES")
  add_library(gk_${name} STATIC ${arg_SOURCES})
  target_link_libraries(gk_${name} PUBLIC gk_options ${arg_USES} PRIVATE ${arg_PRIVATE_USES})
endfunction()

function(gk_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LABELS")
  add_executable(test_${name} ${arg_SOURCES})
  if(gk_document IN_LIST arg_USES)
    # The child that reads a foreign file is the program itself, started anew.
    target_sources(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support/reading_main.cpp)
  endif()
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(test_${name} PRIVATE ${arg_USES} gk_test_support GTest::gmock
                                             GTest::gtest_main)
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 600)
endfunction()

function(gk_fuzzer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES")
  if(GONGKAI_FUZZ)
    add_executable(fuzz_${name} ${arg_SOURCES})
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  else()
    add_executable(fuzz_${name} ${arg_SOURCES} ${PROJECT_SOURCE_DIR}/tests/fuzz/replay.cpp)
    add_test(NAME fuzz_${name}
             COMMAND fuzz_${name} ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name})
  endif()
  target_link_libraries(fuzz_${name} PRIVATE gk_options ${arg_USES})
endfunction()

# Writes an assembly file that takes the bytes in with .incbin, and a table of them, which
# base/resource.hpp reads: gk::resource("TARGET/path/below/root").
function(gk_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "ROOT" "FILES")
  string(REPLACE "gk_" "" prefix ${target})
  set(assembly "${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded.S")
  set(table "${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded.cpp")
  set(bytes "        .section .rodata\n")
  set(declared "")
  set(paths "")
  set(rows "")
  set(number 0)
  foreach(file IN LISTS arg_FILES)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    list(APPEND paths ${file})
    file(RELATIVE_PATH path ${arg_ROOT} ${file})
    set(symbol "${target}_embedded_${number}")
    string(APPEND bytes "        .global ${symbol}\n        .global ${symbol}_end\n"
                        "${symbol}:\n        .incbin \"${file}\"\n${symbol}_end:\n        .byte 0\n")
    string(APPEND declared "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
    string(APPEND rows "    {\"${prefix}/${path}\", ${symbol}, ${symbol}_end},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND bytes "        .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT ${assembly} CONTENT "${bytes}")
  file(CONFIGURE OUTPUT ${table} CONTENT
       "#include \"base/resource.hpp\"\nextern \"C\" {\n${declared}}\nnamespace gk {\nextern const EmbeddedFile ${target}_files[];\nconst EmbeddedFile ${target}_files[] = {\n${rows}    {nullptr, nullptr, nullptr}};\n} // namespace gk\n")
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${assembly} ${table})
endfunction()
