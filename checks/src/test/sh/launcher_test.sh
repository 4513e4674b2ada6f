#!/bin/sh
# Plays the launcher in a small copy of the source tree, with a JDK and a Maven that write down how they were called.
#   sh launcher_test.sh [FOLDER]     FOLDER is where to work; a fresh one when left out
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
repository=$(CDPATH='' cd -- "$here/../../../.." && pwd -P)
work=${1:-$(mktemp -d)}
failures=0

# ---- a small world ---------------------------------------------------------------------------

tree="$work/a tree"
mkdir -p "$tree/app/src/main/java" "$tree/domain/src/main/java" "$work/bin" "$work/jdks/jdk 25/bin" "$work/old/bin"
cp "$repository/cytotrial" "$tree/cytotrial"
echo 'class Main {}' > "$tree/app/src/main/java/Main.java"
echo 'class Dose {}' > "$tree/domain/src/main/java/Dose.java"
touch "$tree/pom.xml" "$tree/app/pom.xml" "$tree/domain/pom.xml"

# A JDK 25 whose java notes how it was called, prints the arguments of the program, one a line, and ends with
# the code that "exit CODE" asks for.
cat > "$work/jdks/jdk 25/bin/java" << JAVA
#!/bin/sh
echo "\$*" >> "$work/starts"
JAVA
cat >> "$work/jdks/jdk 25/bin/java" << 'JAVA'
while [ "$1" != --module ]; do shift; done
shift 2
for argument; do printf '<%s>\n' "$argument"; done
[ "${1-}" != exit ] || exit "$2"
JAVA
touch "$work/jdks/jdk 25/bin/javac" "$work/old/bin/javac"
echo 'JAVA_VERSION="25.0.3"' > "$work/jdks/jdk 25/release"
printf '#!/bin/sh\nexit 9\n' > "$work/old/bin/java"
echo 'JAVA_VERSION="17.0.15"' > "$work/old/release"

# A Maven that notes each call and "builds" two jars; it fails or dawdles when a file asks for it.
cat > "$work/bin/mvn" << MAVEN
#!/bin/sh
echo "\$JAVA_HOME: \$*" >> "$work/calls"
[ ! -e "$work/slow" ] || sleep 2
if [ -e "$work/fail" ]; then echo "Dose.java:3: there is no such unit"; exit 1; fi
mkdir -p app/target/launcher/lib
echo jar > app/target/launcher/lib/picocli.jar
echo jar > app/target/launcher/cytotrial-app-1.jar
MAVEN
chmod +x "$work/bin/mvn" "$work/jdks/jdk 25/bin/java" "$work/jdks/jdk 25/bin/javac" "$work/old/bin/java" "$work/old/bin/javac"

JAVA_HOME=
JAVA25_HOME=
CYTOTRIAL_JDK_ROOTS=$work/jdks
CYTOTRIAL_HOME=
unset CYTOTRIAL_JAVA_OPTIONS
PATH=$work/bin:$work/old/bin:/usr/bin:/bin
export JAVA_HOME JAVA25_HOME CYTOTRIAL_JDK_ROOTS CYTOTRIAL_HOME PATH

# ---- what a test is made of ------------------------------------------------------------------

# Runs a command; afterwards out, err and code say what came of it.
try() {
  "$@" > "$work/out" 2> "$work/err" < /dev/null
  code=$?
  out=$(cat "$work/out")
  err=$(cat "$work/err")
}

expect() { # WHAT FOUND EXPECTED-PATTERN
  # shellcheck disable=SC2254 # the third argument is a pattern
  case $2 in
    $3) ;;
    *)
      echo "FAILED $1: found '$2', expected '$3'"
      failures=$((failures + 1))
      ;;
  esac
}

builds() { if [ -e "$work/calls" ]; then wc -l < "$work/calls" | tr -d ' '; else echo 0; fi; }

# ---- the promises ----------------------------------------------------------------------------

# Without a JDK 25: one sentence that names the cure, exit 2, nothing built.
try env CYTOTRIAL_JDK_ROOTS='' "$tree/cytotrial" studies
expect 'exit without JDK' "$code" 2
expect 'message without JDK' "$err" 'cytotrial: no JDK 25 was found: install one (*) or set JAVA25_HOME to the folder of one.'
expect 'lines without JDK' "$(wc -l < "$work/err" | tr -d ' ')" 1
expect 'output without JDK' "$out" ''
expect 'builds without JDK' "$(builds)" 0

# A failing build: exit 1, the last lines and the path of the log; nothing is run, and the next start tries again.
touch "$work/fail"
try "$tree/cytotrial" studies
expect 'exit of a failing build' "$code" 1
expect 'message of a failing build' "$err" "*Building Cytotrial*failed*$tree/.cytotrial/build.log*Dose.java:3: there is no such unit"
expect 'output of a failing build' "$out" ''
rm "$work/fail"

# First use: built once with the JDK that was found, one line, arguments and exit code passed through.
try "$tree/cytotrial" 'two words' '' "it's" '*' '$x'
expect 'exit of first use' "$code" 0
expect 'message of first use' "$err" 'Building Cytotrial (first use, about a minute) … done in * s.'
expect 'arguments' "$out" "<two words>
<>
<it's>
<\*>
<\$x>"
expect 'Maven call' "$(tail -n 1 "$work/calls")" "$work/jdks/jdk 25: *--projects app --also-make*package"
expect 'builds after first use' "$(builds)" 2

expect 'start' "$(tail -n 1 "$work/starts")" "-XX:+UseParallelGC -Xmx1500m --module-path $tree/.cytotrial/app-* --module org.cytotrial.app/org.cytotrial.app.Main two words *"

# Other options of the virtual machine take the place of ours.
try env CYTOTRIAL_JAVA_OPTIONS='-Xmx9g -ea' "$tree/cytotrial" a
expect 'start with other options' "$(tail -n 1 "$work/starts")" "-Xmx9g -ea --module-path *"

# Nothing changed: no build, no word.
try "$tree/cytotrial" exit 7
expect 'exit code of the program' "$code" 7
expect 'message when nothing changed' "$err" ''
expect 'builds when nothing changed' "$(builds)" 2

# From any folder and through a symbolic link to a symbolic link.
mkdir "$work/elsewhere"
ln -s "$tree/cytotrial" "$work/elsewhere/one"
ln -s one "$work/elsewhere/two"
cd "$work/elsewhere" || exit 1
try ./two a
expect 'output through links' "$out" '<a>'
try sh two a
expect 'output through sh' "$out" '<a>'
cd "$tree/domain" && try ../cytotrial a
expect 'output by a relative path' "$out" '<a>'
expect 'builds from elsewhere' "$(builds)" 2

# Changed, new and deleted sources and poms: one build each.
later() { sleep 0.02; }
later && echo '// more' >> "$tree/domain/src/main/java/Dose.java" && try "$tree/cytotrial" a
expect 'message after a change' "$err" 'Building Cytotrial (sources changed) … done in * s.'
expect 'builds after a change' "$(builds)" 3
later && echo 'class Arm {}' > "$tree/domain/src/main/java/Arm.java" && try "$tree/cytotrial" a
expect 'builds after a new file' "$(builds)" 4
later && rm "$tree/domain/src/main/java/Arm.java" && try "$tree/cytotrial" a
expect 'builds after a deleted file' "$(builds)" 5
later && echo '<!-- -->' >> "$tree/domain/pom.xml" && try "$tree/cytotrial" a
expect 'builds after a changed pom' "$(builds)" 6
try "$tree/cytotrial" a
expect 'builds after all that' "$(builds)" 6
expect 'programs kept' "$(find "$tree/.cytotrial" -name 'app-*' -prune -print | wc -l | tr -d ' ')" 2

# A build that fails after a good one does not run the old program.
touch "$work/fail"
later && touch "$tree/pom.xml" && try "$tree/cytotrial" a
expect 'exit when the second build fails' "$code" 1
expect 'output when the second build fails' "$out" ''
rm "$work/fail"
try "$tree/cytotrial" a
expect 'output once mended' "$out" '<a>'

# Started twice at once: one builds, the other waits and runs what was built.
before=$(builds)
touch "$work/slow"
later && touch "$tree/pom.xml"
"$tree/cytotrial" first > "$work/first" 2>&1 &
sleep 0.5
try "$tree/cytotrial" second
wait
expect 'output of the second' "$out" '<second>'
expect 'message of the second' "$err" 'Waiting for another cytotrial (*) to finish building …'
expect 'output of the first' "$(tail -n 1 "$work/first")" '<first>'
expect 'builds of two at once' "$(builds)" $((before + 1))

# Killed half-way: its lock is taken over, and the build is done again.
later && touch "$tree/pom.xml"
"$tree/cytotrial" first > "$work/first" 2>&1 &
sleep 0.5
kill -9 $! && wait $! 2> /dev/null
expect 'lock left behind' "$(readlink "$tree/.cytotrial/lock")" '*:*'
rm "$work/slow"
try "$tree/cytotrial" again
expect 'output after a kill' "$out" '<again>'
expect 'lock after a kill' "$(find "$tree/.cytotrial" -name 'lock*')" ''
expect 'left over after a kill' "$(find "$tree/.cytotrial" -name 'new.*')" ''

# JAVA25_HOME and JAVA_HOME come before the usual folders; a JDK 17 there is passed over.
cp -R "$work/jdks/jdk 25" "$work/mine"
later && touch "$tree/pom.xml"
try env JAVA_HOME=$work/old JAVA25_HOME=$work/mine "$tree/cytotrial" a
expect 'JDK from JAVA25_HOME' "$(tail -n 1 "$work/calls")" "$work/mine: *"
later && touch "$tree/pom.xml"
try env JAVA_HOME=$work/mine "$tree/cytotrial" a
expect 'JDK from JAVA_HOME' "$(tail -n 1 "$work/calls")" "$work/mine: *"
later && touch "$tree/pom.xml"
try env JAVA_HOME=$work/old "$tree/cytotrial" a
expect 'JDK 17 in JAVA_HOME' "$(tail -n 1 "$work/calls")" "$work/jdks/jdk 25: *"

# Without Maven: one sentence, exit 2; but only when there is something to build.
mkdir "$work/tools"
for tool in sh find readlink uname mkdir env ln mv cp rm date tail sleep; do ln -s "$(command -v $tool)" "$work/tools/$tool"; done
try env PATH=$work/tools "$tree/cytotrial" a
expect 'output without Maven, built' "$out" '<a>'
later && touch "$tree/pom.xml"
try env PATH=$work/tools "$tree/cytotrial" a
expect 'exit without Maven' "$code" 2
expect 'message without Maven' "$err" 'cytotrial: Maven is needed to build Cytotrial: *'

rm -r "$work/tools"
if [ "$failures" -gt 0 ]; then
  echo "$failures checks of the launcher failed in $work"
  exit 1
fi
echo 'The launcher keeps its promises.'
