#!/bin/sh
# Gives a stock Neo4j the plugins of the Neo4j that the build assembled.
#
#   add-plugins.sh ASSEMBLED NEO4J_HOME
#
# Everything that Neo4j's own lib folder lacks goes into plugins: APOC, Graph Data Science and kprg, and the libraries that
# they need and the stock server does not have.
set -eu

if [ $# -ne 2 ]; then
    echo "usage: add-plugins.sh ASSEMBLED NEO4J_HOME" >&2
    exit 2
fi
assembled=$1
home=$2

if [ ! -d "$home/lib" ]; then
    echo "add-plugins: $home is no Neo4j home, it has no lib folder" >&2
    exit 1
fi

added=0
for jar in "$assembled"/lib/*.jar "$assembled"/plugins/*.jar; do
    name=${jar##*/}
    if [ -f "$jar" ] && [ ! -e "$home/lib/$name" ]; then
        cp "$jar" "$home/plugins/$name"
        chmod 644 "$home/plugins/$name"
        added=$((added + 1))
    fi
done

if [ "$added" -eq 0 ]; then
    echo "add-plugins: $assembled has no plugin; run ./mvnw -q -DskipTests package first" >&2
    exit 1
fi
echo "add-plugins: $added jars added to $home/plugins"
