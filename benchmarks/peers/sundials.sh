#!/usr/bin/env bash
# Builds SUNDIALS CVODE and KLU for this processor, static, from the distribution's source packages,
# and prints the folder they were installed in.
#
#   benchmarks/peers/sundials.sh FOLDER
#
# The distribution's own binary is not optimised and three to four times slower: against it we would
# only win a race that nobody runs. Needs apt-get, gcc and cmake; leaves the system as it was.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
installed=$folder/sundials
flags="-O3 -march=native -DNDEBUG"

if [[ -e $installed/built ]]; then
  echo "$installed"
  exit 0
fi
for tool in apt-get gcc g++ cmake make tar; do
  if ! command -v "$tool" > /dev/null; then
    echo "SUNDIALS cannot be built: '$tool' is not installed." >&2
    exit 1
  fi
done
mkdir -p "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial" "$installed/include" "$installed/lib"
cd "$folder"

# A package list of sources of our own, made from the list of binaries that is there.
sources() {
  sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources 2> /dev/null | head -1
  sed -n 's/^deb  *\(\[[^]]*\] *\)\{0,1\}\([a-z]*:[^ ]*\).*/\2/p' /etc/apt/sources.list 2> /dev/null | head -1
}
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
echo "deb-src $(sources | head -1) $release main" > apt/sources.list
apt=(apt-get --quiet --quiet -o "Dir::Etc::sourcelist=$folder/apt/sources.list" -o Dir::Etc::sourceparts=-
  -o "Dir::State::lists=$folder/apt/lists" -o "Dir::Cache=$folder/apt/cache")
"${apt[@]}" update >&2
"${apt[@]}" source --download-only sundials suitesparse >&2
rm -rf sundials-source suitesparse-source
mkdir sundials-source suitesparse-source
tar xf sundials_*.orig.tar.* -C sundials-source --strip-components 1
tar xf suitesparse_*.orig.tar.* -C suitesparse-source --strip-components 1

echo "Building KLU …" >&2
parts=(AMD COLAMD BTF KLU)
includes=(-ISuiteSparse_config)
for part in "${parts[@]}"; do includes+=("-I$part/Include"); done
cd suitesparse-source
objects=()
for source in SuiteSparse_config/SuiteSparse_config.c AMD/Source/amd_*.c COLAMD/Source/colamd.c BTF/Source/btf_*.c KLU/Source/klu*.c; do
  object=$(basename "$source" .c).o
  # shellcheck disable=SC2086 # flags are words
  gcc $flags -DNPARTITION -DDINT "${includes[@]}" -c "$source" -o "$object"
  objects+=("$object")
done
rm -f "$installed"/lib/lib{klu,amd,colamd,btf,suitesparseconfig}.a
ar rcs "$installed/lib/libklu.a" "${objects[@]}"
# SUNDIALS asks for each part by its name.
for part in amd colamd btf suitesparseconfig; do ar rcs "$installed/lib/lib$part.a"; done
cp SuiteSparse_config/*.h {AMD,COLAMD,BTF,KLU}/Include/*.h "$installed/include/"
cd ..

echo "Building CVODE …" >&2
cmake -S sundials-source -B sundials-build -DCMAKE_BUILD_TYPE=Release "-DCMAKE_C_FLAGS_RELEASE=$flags" \
  "-DCMAKE_INSTALL_PREFIX=$installed" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF -DSUNDIALS_INDEX_SIZE=32 \
  -DEXAMPLES_ENABLE_C=OFF -DEXAMPLES_INSTALL=OFF -DBUILD_ARKODE=OFF -DBUILD_IDA=OFF -DBUILD_IDAS=OFF -DBUILD_CVODES=OFF \
  -DBUILD_KINSOL=OFF -DENABLE_KLU=ON "-DKLU_INCLUDE_DIR=$installed/include" "-DKLU_LIBRARY_DIR=$installed/lib" > cmake.log
cmake --build sundials-build --target install > build.log
{ ls ./*.dsc; gcc --version | head -1; echo "$flags"; } > "$installed/built"
rm -rf sundials-build sundials-source suitesparse-source
echo "$installed"
