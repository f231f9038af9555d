package dev.grip.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import dev.grip.llm.fleet.ScriptedModel.Said;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names that are none go through extraction, filter and merge, and every one of them ends with a verdict. */
final class BadNamesTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private KnowledgeSetting setting;

    @BeforeEach
    void open() {
        setting = new KnowledgeSetting(NEO4J);
    }

    @AfterEach
    void close() {
        setting.close();
    }

    @Test
    void everyNameEndsWithAVerdict() {
        String solution = "First add 3 and 4 to get 7, then multiply. ".repeat(250);
        setting.seed("s1", solution, "$\\frac{1}{2}$", "$x^2+5x+6=0$", "加法", "😀🎉")
                .seed("s2", "الكسور \u202Eالعشرية\u202C", "Sums\u0000 of\u0007 num\u200Bbers", "42", " ", "\u0000")
                .seed("s3", "Ratio", "e\u0301tale maps", "A".repeat(201), "\uD83D broken", "C#")
                .labelled("s4", "\\u0000\\u0007", "Given\\u0000 name");
        ExtractionReport report = setting.run();
        assertThat(report.failed()).isZero();
        assertThat(setting.column("MATCH (m:Mention) WHERE m.verdict IS NULL OR m.reason IS NULL RETURN m.text"))
                .isEmpty();
        assertThat(verdicts("too_detailed", "rule"))
                .hasSize(3)
                .anyMatch(text -> text.startsWith("First add 3") && text.length() <= 301)
                .contains("$x^2+5x+6=0$");
        assertThat(verdicts("vague", "rule")).containsExactlyInAnyOrder("$\\frac{1}{2}$", "😀🎉", "42");
        assertThat(verdicts("keep", "filter"))
                .contains("加法", "الكسور العشرية", "Sums of numbers", "Ratio", "C#", "e\u0301tale maps");
        assertThat(verdicts("keep", "given")).containsExactly("Given name");
        assertThat(setting.column("MATCH (m:Mention) RETURN m.text"))
                .noneMatch(text -> ((String) text).codePoints().anyMatch(Character::isISOControl));
    }

    @Test
    void aSolutionInsteadOfAListIsNoName() {
        setting.seedAnswered("s1", Said.whole("She sold 48/2 = 24 clips in May. ".repeat(400)))
                .seedAnswered("s2", Said.whole("1. " + "She sold 48/2 = 24 clips in May. ".repeat(400)));
        ExtractionReport report = setting.run();
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.knowledgePoints()).isZero();
        assertThat(verdicts("too_detailed", "rule")).hasSize(1);
        assertThat(setting.filter.asked()).isEmpty();
    }

    private List<String> verdicts(String verdict, String decidedBy) {
        return setting
                .column("MATCH (m:Mention {verdict: '" + verdict + "', decidedBy: '" + decidedBy + "'}) RETURN m.text")
                .stream()
                .map(String.class::cast)
                .toList();
    }
}
