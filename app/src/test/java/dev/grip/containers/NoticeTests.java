package dev.grip.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoticeTests {

    private final String notice = Project.read("NOTICE");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            neo4j.version,         Neo4j Community Edition
            neo4j-browser.version, Neo4j Browser
            gds.version,           Neo4j Graph Data Science
            apoc.version,          APOC Core and Common
            """)
    void whatIsBundledIsNamedInTheVersionThatIsBundled(String property, String product) {
        String pom = Project.read("pom.xml");
        String version = pom.replaceAll("(?s).*<" + property + ">(.*?)</" + property + ">.*", "$1");

        assertThat(notice).contains(product + " " + version + " ");
    }

    @Test
    void theBundledDatabaseIsSaidToBeUnderTheGpl() {
        assertThat(notice.lines().filter(line -> line.contains("GPL-3.0")).map(line -> line.strip()
                        .split("  ", -1)[0]))
                .containsExactly(
                        "Neo4j Community Edition 5.26.30", "Neo4j Browser 5.24.0", "Neo4j Graph Data Science 2.13.9");
        assertThat(notice)
                .contains("may be\n   passed on only under the GNU General Public License, version 3 or later");
    }

    @Test
    void theCodeIsUnderApache2() {
        assertThat(Project.read("LICENSE"))
                .contains("Apache License")
                .contains("Version 2.0, January 2004")
                .contains("END OF TERMS AND CONDITIONS");
    }
}
