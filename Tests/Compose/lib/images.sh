# shellcheck shell=bash
# The four images that deploy/Dockerfile and docker-compose.yml name, where no registry is reached: each
# made once, kept in the cache, and made anew when its folder here changes. Sourced after engine.sh.

readonly IMAGES="$AMONT_ROOT/Tests/Compose/images"
# Of the toolchain: what only an editor, a debugger or another platform uses.
readonly TOOLCHAIN_LEFT_OUT=(
  'usr/bin/*lldb*' 'usr/lib/*lldb*' usr/bin/sourcekit-lsp 'usr/lib/*sourcekit*' usr/bin/clangd
  usr/bin/docc usr/bin/swift-format usr/bin/wasmkit usr/local usr/share/doc
)

# has_image NAME KEY: this image is there, made for this key.
has_image() { [ "$(docker image inspect -f '{{index .Config.Labels "amont.key"}}' "$1")" = "$2" ]; }

# key_of WORD…: one word out of what is on standard input and the arguments.
key_of() { { cat && printf '%s\n' "$@"; } | sha256sum | cut -c1-16; }

# folder_key FOLDER WORD…
folder_key() { (cd "$1" && shift && find . -type f -exec sha256sum {} + | sort | key_of "$@"); }

# shellcheck disable=SC2016 # apt expands it
debian_mirror() { apt-get indextargets --format '$(SITE)' | head -n 1; }

make_debian_image() {
  has_image debian:bookworm-slim bookworm && return 0
  rm -rf "$CACHE/root"
  debootstrap --variant=minbase bookworm "$CACHE/root" "$(debian_mirror)"
  rm -f "$CACHE"/root/var/cache/apt/archives/*.deb
  tar -C "$CACHE/root" -c . |
    docker import --change 'LABEL amont.key=bookworm' --change 'CMD ["bash"]' - debian:bookworm-slim
  rm -rf "$CACHE/root"
}

# build_image NAME KEY: a build context comes on standard input.
build_image() { docker build --network host --label "amont.key=$2" -t "$1" -; }

# make_server_image NAME FOLDER
make_server_image() {
  local key
  key="$(folder_key "$IMAGES/$2")"
  has_image "$1" "$key" || tar -C "$IMAGES/$2" -c . | build_image "$1" "$key"
}

# copy_packages FOLDER: HOST/PATH.git below it for each repository that Package.swift leads to.
copy_packages() {
  local source url path
  swift package resolve --package-path "$TREE" --scratch-path "$BASE/packages"
  for source in "$BASE"/packages/repositories/*/; do
    url="$(git -C "$source" config remote.origin.url)"
    path="${url#*://}"
    git clone -q --bare "$source" "$1/${path%.git}.git"
  done
}

# make_swift_image: the toolchain of the "swift" in PATH.
make_swift_image() {
  local toolchain key context="$BASE/swift"
  toolchain="$(swiftc -print-target-info | sed -n 's#.*"runtimeResourcePath": "\(.*\)/usr/lib/swift".*#\1#p')"
  [ -x "$toolchain/usr/bin/swift" ] || die "where the toolchain of 'swift' is was not found"
  key="$(folder_key "$IMAGES/swift" "$(swift --version 2>&1)" "$(grep '\.package(' "$TREE/Package.swift")")"
  has_image swift:6.3-bookworm "$key" && return 0
  mkdir -p "$context"
  copy_packages "$context/packages"
  tar -c -C "$IMAGES/swift" Dockerfile -C "$context" packages \
    -C "$toolchain" "${TOOLCHAIN_LEFT_OUT[@]/#/--exclude=}" usr |
    build_image swift:6.3-bookworm "$key"
}

# make_programs_image: a "swift build" that hands over the programs of the image amont.
make_programs_image() {
  docker build --network host -t amont-programs - <<'DOCKERFILE'
FROM amont:latest
USER 0:0
RUN apt-get update && apt-get install -y --no-install-recommends binutils
RUN mkdir /programs.built && cp /usr/local/bin/* /programs.built/ \
  && printf '#!/bin/sh\nmkdir -p .build && cp -r /programs.built .build/release\n' >/usr/local/bin/swift \
  && chmod 755 /usr/local/bin/swift
DOCKERFILE
}
