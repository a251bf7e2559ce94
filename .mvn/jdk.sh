# Sourced by mvnw: sets JAVA_HOME to a JDK 25 or newer, since the machine's default java may be older.
# An exported JAVA_HOME wins where it is new enough. Says in one line what to install where none is found.
jdk_feature() {
  v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null) && [ -x "$1/bin/javac" ] && echo "${v:-0}" || echo 0
}
find_jdk() {
  set +f
  default=$(command -v javac 2>/dev/null) && default=$(readlink -f "$default" 2>/dev/null) && default=${default%/bin/javac}
  for home in "${JAVA_HOME:-}" "${default:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home /opt/*jdk*25* /opt/homebrew/opt/openjdk@25; do
    if [ -n "$home" ] && [ "$(jdk_feature "$home")" -ge 25 ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      set -f
      return 0
    fi
  done
  echo "No JDK 25 found: install Temurin 25 (or set JAVA_HOME to a JDK 25)." >&2
  exit 1
}
find_jdk
