# What gongkai is built on: Debian 12 packages only, found through pkg-config or their own
# CMake files. script/bootstrap installs every one of them.

option(GONGKAI_TESTS "Build the tests" ON)
option(GONGKAI_BENCH "Build the benchmarks" OFF)
option(GONGKAI_COVERAGE "Instrument for source-based coverage (clang)" OFF)
option(GONGKAI_FUZZ "Build the libFuzzer targets (clang)" OFF)
set(GONGKAI_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)

function(gk_pkg name)
  string(MAKE_C_IDENTIFIER ${name} id)
  pkg_check_modules(${id} REQUIRED IMPORTED_TARGET GLOBAL ${name})
  add_library(pkg::${name} ALIAS PkgConfig::${id})
  # Where the libraries' headers are, for the test that compiles each of ours alone.
  list(APPEND GONGKAI_INCLUDE_DIRECTORIES ${${id}_INCLUDE_DIRS})
  list(REMOVE_DUPLICATES GONGKAI_INCLUDE_DIRECTORIES)
  set(GONGKAI_INCLUDE_DIRECTORIES ${GONGKAI_INCLUDE_DIRECTORIES} PARENT_SCOPE)
endfunction()

foreach(name IN ITEMS libheif libpng libqpdf libturbojpeg
                      fmt sqlite3 libpq openssl icu-uc icu-i18n libxml-2.0 libzip pugixml
                      xlsxwriter pangocairo cairo cairo-pdf fontconfig poppler-cpp libctemplate
                      libarchive libbrotlienc libcurl libqrencode libseccomp libsodium
                      tomlplusplus zlib)
  gk_pkg(${name})
endforeach()

if(GONGKAI_TESTS)
  gk_pkg(libbrotlidec)
  find_package(GTest REQUIRED)
endif()
