# Writes OUT, a source file that holds the hash of what is built, if the hash changed. Run by every
# build: cmake -DSOURCE=... -DOUT=... -P build_hash.cmake
#
# The hash is what coreutils give in the source folder, so that anybody can compute it again:
#   find CMakeLists.txt crypto ledger terminal tools assets -type f | LC_ALL=C sort |
#       xargs sha256sum | sha256sum
file(GLOB_RECURSE files RELATIVE ${SOURCE} LIST_DIRECTORIES false
    ${SOURCE}/crypto/* ${SOURCE}/ledger/* ${SOURCE}/terminal/* ${SOURCE}/tools/* ${SOURCE}/assets/*)
list(APPEND files CMakeLists.txt)
list(SORT files COMPARE STRING)
set(list "")
foreach(file IN LISTS files)
    file(SHA256 ${SOURCE}/${file} hash)
    string(APPEND list "${hash}  ${file}\n")
endforeach()
string(SHA256 build_hash "${list}")
set(text "#include \"ledger/version.h\"\n\nstd::string_view placet::ledger::build_hash() { return \"${build_hash}\"; }\n")
if(EXISTS ${OUT})
    file(READ ${OUT} before)
endif()
if(NOT "${before}" STREQUAL "${text}")
    file(WRITE ${OUT} "${text}")
endif()
