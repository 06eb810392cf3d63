# Flite with the voice slt, as the target Flite::slt. Debian's package brings no configuration of
# its own; the order of the archives matters.
find_path(Flite_INCLUDE_DIR flite/flite.h)
set(_flite_parts flite_cmu_us_slt flite_usenglish flite_cmulex flite)
set(_flite_files)
foreach(part IN LISTS _flite_parts)
  find_library(Flite_${part}_LIBRARY ${part})
  list(APPEND _flite_files ${Flite_${part}_LIBRARY})
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Flite REQUIRED_VARS
    Flite_flite_LIBRARY Flite_flite_cmu_us_slt_LIBRARY Flite_flite_usenglish_LIBRARY
    Flite_flite_cmulex_LIBRARY Flite_INCLUDE_DIR)

if(Flite_FOUND AND NOT TARGET Flite::slt)
  add_library(Flite::slt INTERFACE IMPORTED)
  target_include_directories(Flite::slt INTERFACE ${Flite_INCLUDE_DIR})
  target_link_libraries(Flite::slt INTERFACE ${_flite_files} m)
endif()
