package dev.grip.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.Neo4jExtension;
import dev.grip.llm.ModelServerException;
import dev.grip.llm.fleet.ScriptedModel.Said;
import dev.grip.llm.prompts.PromptLibrary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Extraction and the quality filter, with what they leave in the graph. */
final class ExtractionTests {

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
    void anAnswerWithoutNamesIsCountedAndItsReasonKept() {
        setting.seedAnswered("s1", Said.whole("I cannot help with that."))
                .seedAnswered("s2", Said.whole(" "))
                .seedAnswered("s3", Said.refused())
                .seedAnswered("s4", Said.cut("1. Additi"))
                .seed("s5", "Addition");
        ExtractionReport report = setting.run();
        assertThat(report.seeds()).isEqualTo(5);
        assertThat(report.failed()).isEqualTo(4);
        assertThat(report.mentions()).isEqualTo(1);
        List<Object> states = setting.column("MATCH (s:Seed) RETURN s.extraction ORDER BY s.id");
        assertThat(states.subList(0, 2)).containsExactly("refused: I cannot help with that.", "failed: empty");
        assertThat((String) states.get(2)).startsWith("failed: bad_request: model server http://");
        assertThat(states.subList(3, 5)).containsExactly("failed: truncated", "extracted");
    }

    @Test
    void whatFailedIsCountedAndOnlyTriedAgainOnRequest() {
        setting.seedAnswered("s1", Said.cut("1. Additi")).seed("s2", "Division");
        setting.judged("Division", Said.whole("hard to say"));
        assertThat(setting.run().failed()).isEqualTo(1);
        setting.answers("s1", Said.whole("1. Addition")).judged("Division", Said.whole("Reason: fine\nVerdict: keep"));

        ExtractionReport untouched = setting.run();
        assertThat(untouched.seeds()).isZero();
        assertThat(untouched.judged()).isZero();
        assertThat(untouched.left()).isEqualTo(new ExtractionReport.Left(1, 1, 0));

        ExtractionReport again = setting.run(true);
        assertThat(again.seeds()).isEqualTo(1);
        assertThat(again.failed()).isZero();
        assertThat(again.left()).isEqualTo(ExtractionReport.Left.NOTHING);
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN kp.name ORDER BY kp.name"))
                .containsExactly("Addition", "Division");
    }

    @Test
    void anAnswerWithoutAListIsAskedAboutOnce() {
        AtomicInteger asked = new AtomicInteger();
        setting.seedAnswered("s1", Said.whole("It needs sums."))
                .answering("s1", () -> Said.whole(asked.incrementAndGet() == 1 ? "It needs sums." : "1. Addition"))
                .seedAnswered("s2", Said.whole("I'm sorry, but I can't do that."))
                .seedAnswered("s3", Said.cut(""));
        ExtractionReport report = setting.run();
        assertThat(report.failed()).isEqualTo(2);
        assertThat(setting.column("MATCH (s:Seed) RETURN s.extraction ORDER BY s.id"))
                .containsExactly("extracted", "refused: I'm sorry, but I can't do that.", "failed: empty");
        assertThat(setting.extractor.asked()).hasSize(6);
        assertThat(setting.column("MATCH (:Seed {id: 's1'})-[m:MENTIONS]->() RETURN m.askedAgain"))
                .containsExactly(true);
        assertThat(setting.extractor.sent())
                .anyMatch(body -> body.contains("about s1!") && body.contains("Give the names alone"))
                .anyMatch(body -> body.contains("about s2!") && body.contains("\"seed\":1"))
                .anyMatch(body -> body.contains("about s3!") && body.contains("\"max_tokens\":512"));
    }

    @Test
    void whatCameBeforeTheServerWentAwayIsKept() {
        for (int i = 10; i < 40; i++) {
            setting.seed("s" + i, "Addition");
        }
        setting.answering("s39", () -> {
            setting.extractor.close();
            return Said.whole("1. Addition");
        });
        assertThatThrownBy(() -> setting.run()).isInstanceOf(ModelServerException.class);
        List<Object> done = setting.column("MATCH (s:Seed {extraction: 'extracted'}) RETURN s.id");
        assertThat(done).hasSizeGreaterThan(15).doesNotContain("s39");
    }

    @Test
    void seedsReadWithAnOlderPromptAreCounted() {
        setting.seed("s1", "Addition").run();
        setting.column("MATCH (s:Seed {id: 's1', extractionVersion: 1}) SET s.extractionVersion = 0 RETURN s.id");
        ExtractionReport report = setting.run();
        assertThat(report.left().olderPrompt()).isEqualTo(1);
        assertThat(report.seeds()).isZero();
    }

    @Test
    void aSpellingIsJudgedOnceForAllItsMentionsAlsoLater() {
        setting.seed("s1", "Prime numbers")
                .seed("s2", "prime number")
                .seed("s3", "The prime number")
                .seed("s5", "Prime numbers");
        setting.judged("Prime numbers", Said.whole("Reason: fine.\nVerdict: vague"));
        assertThat(setting.run().judged()).isEqualTo(3);
        assertThat(setting.filter.asked()).hasSize(1);

        setting.seed("s4", "Prime-numbers");
        assertThat(setting.run().judged()).isEqualTo(1);
        assertThat(setting.filter.asked()).hasSize(1);
        assertThat(setting.column(
                        "MATCH (m:Mention {verdict: 'vague', reason: 'fine.', decidedBy: 'filter'}) RETURN m.text"))
                .hasSize(4);
        assertThat(setting.column("MATCH (m:Mention {text: 'Prime-numbers'}) RETURN m.judgedAs IS NOT NULL"))
                .containsExactly(true);
    }

    @Test
    void givenNamesPassTheFilterIfConfigured() {
        setting.filteringGiven().labelled("s1", "Problem solving", "Addition");
        setting.judged("Problem solving", Said.whole("Reason: r.\nVerdict: vague"));
        ExtractionReport report = setting.run();
        assertThat(report.judged()).isEqualTo(2);
        assertThat(setting.extractor.asked()).isEmpty();
        assertThat(setting.column("MATCH (s:Seed)-[:REQUIRES]->(kp) RETURN kp.name"))
                .containsExactly("Addition");
    }

    @Test
    void aServerThatIsAwayEndsItAndLeavesTheSeedsWaiting() {
        setting.seed("s1", "Addition");
        setting.extractor.close();
        assertThatThrownBy(() -> setting.run()).isInstanceOf(ModelServerException.class);
        assertThat(setting.column("MATCH (s:Seed) RETURN s.extraction")).containsOnlyNulls();
    }

    @Test
    void everyMentionKeepsItsPlaceAndWhatProducedIt() {
        setting.seed("s1", "Addition", "Area of a rectangle").seed("s2", "Area of a rectangle");
        setting.run();
        String hash =
                PromptLibrary.load().get("knowledge/extract-knowledge-points").hash();
        assertThat(
                        setting.column(
                                """
                        MATCH (s:Seed)-[m:MENTIONS]->(mention) WITH s, m, mention ORDER BY s.id, m.position
                        RETURN s.id + ' ' + m.position + ' ' + mention.text + ' ' + m.model + ' ' + m.prompt + ' '
                          + m.promptVersion + ' ' + m.rehearsal + ' ' + m.maxTokens + ' ' + m.promptHash
                        """))
                .containsExactly(
                        "s1 1 Addition extractor knowledge/extract-knowledge-points 1 true 256 " + hash,
                        "s1 2 Area of a rectangle extractor knowledge/extract-knowledge-points 1 true 256 " + hash,
                        "s2 1 Area of a rectangle extractor knowledge/extract-knowledge-points 1 true 256 " + hash);
        assertThat(setting.extractor.asked().get(0)).contains("about s", "at most 5 knowledge points");
    }

    @Test
    void everyVerdictIsKeptWithItsReasonAndOnlyKeptNamesBecomeKnowledgePoints() {
        setting.seed("s1", "Addition", "Problem solving", "Solving x+2=5", "Triangles are square", "Ratio", "More")
                .judged("Problem solving", Said.whole("Reason: fits all.\nVerdict: vague"))
                .judged("Solving x+2=5", Said.whole("Reason: numbers.\nVerdict: too detailed"))
                .judged("Triangles are square", Said.whole("Reason: false.\nVerdict: wrong"))
                .judged("Ratio", Said.whole("Hm."));
        ExtractionReport report = setting.run();
        assertThat(report.judged()).isEqualTo(5);
        assertThat(report.knowledgePoints()).isEqualTo(1);
        assertThat(
                        setting.column(
                                """
                        MATCH (:Seed)-[m:MENTIONS]->(mention) WITH mention ORDER BY m.position
                        RETURN mention {.text, .verdict, .reason, .decidedBy, .prompt, .promptVersion, .rehearsal}
                        """))
                .containsExactly(
                        mention("Addition", "keep", "fine."),
                        mention("Problem solving", "vague", "fits all."),
                        mention("Solving x+2=5", "too_detailed", "numbers."),
                        mention("Triangles are square", "wrong", "false."),
                        mention("Ratio", "undecided", "no verdict in the answer: unparsed"));
        assertThat(setting.column("MATCH (kp:KnowledgePoint) RETURN kp.name")).containsExactly("Addition");
        assertThat(setting.column("MATCH (s:Seed)-[:REQUIRES]->(kp) RETURN kp.name"))
                .containsExactly("Addition");
    }

    private static Map<String, Object> mention(String text, String verdict, String reason) {
        return Map.of(
                "text",
                text,
                "verdict",
                verdict,
                "reason",
                reason,
                "decidedBy",
                "filter",
                "prompt",
                "knowledge/check-quality",
                "promptVersion",
                1L,
                "rehearsal",
                true);
    }

    @Test
    void aNameIsJudgedOnceHoweverManySeedsCarryIt() {
        setting.seed("s1", "Addition").seed("s2", "Addition").seed("s3", "Addition");
        assertThat(setting.run().judged()).isEqualTo(1);
        assertThat(setting.filter.asked()).hasSize(1);
    }

    @Test
    void aFileMayNameKnowledgePointsItself() {
        setting.labelled("s1", "Problem solving", "Sums of 2").seed("s2", "Sums of 2", "Addition");
        setting.judged("Problem solving", Said.whole("Reason: r.\nVerdict: vague"))
                .judged("Sums of 2", Said.whole("Reason: r.\nVerdict: too_detailed"));
        ExtractionReport report = setting.run();
        assertThat(report.judged()).as("only the extracted name").isEqualTo(1);
        assertThat(
                        setting.column(
                                """
                        MATCH (:Seed {id: 's1'})-[m:MENTIONS]->(mention)-[:NAMES]->(kp) WITH m, mention, kp ORDER BY m.position
                        RETURN mention.text + '|' + kp.name + '|' + mention.verdict + '|' + mention.reason + '|' + m.model
                        """))
                .containsExactly(
                        "Problem solving|Problem solving|keep|given by the seed file|given",
                        "Sums of 2|Sums of 2|keep|given by the seed file|given");
        assertThat(setting.column("MATCH (s:Seed {id: 's1'}) RETURN s.extraction"))
                .containsExactly("given");
        assertThat(setting.extractor.asked()).hasSize(1);
    }

    @Test
    void aNameThatWasRefusedIsTakenWhenAFileGivesIt() {
        setting.seed("s1", "Problem solving").judged("Problem solving", Said.whole("Reason: r.\nVerdict: vague"));
        setting.run();
        setting.labelled("s2", "Problem solving").run();
        assertThat(setting.column("MATCH (s:Seed)-[:REQUIRES]->(kp) RETURN s.id + ' ' + kp.name ORDER BY s.id"))
                .containsExactly("s1 Problem solving", "s2 Problem solving");
    }
}
