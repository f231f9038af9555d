package dev.grip.knowledge.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.knowledge.mentions.Mention;
import dev.grip.knowledge.quality.QualityFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The labelled files are what they say: enough of every kind, each once, none against another. */
class LabelsTests {

    private static final List<LabelledPair> PAIRS = Labels.pairs();
    private static final List<LabelledMention> MENTIONS = Labels.mentions();
    private static final Set<String> SOURCES = Set.of("own", "oatutor", "mathscale", "gsm8k-adaptmi", "paper");

    @Test
    void thereAreEnoughPairsOfBothMeaningsInEveryArea() {
        assertThat(PAIRS).hasSizeGreaterThanOrEqualTo(360);
        for (String area : List.of("arithmetic", "algebra", "geometry", "number theory", "probability", "calculus")) {
            List<LabelledPair> inArea =
                    PAIRS.stream().filter(pair -> pair.area().equals(area)).toList();
            long same = inArea.stream().filter(LabelledPair::same).count();
            assertThat(same).as(area).isGreaterThanOrEqualTo(20);
            assertThat(inArea.size() - same).as(area).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void halfOfThePairsOrNearlySoMeanTheSame() {
        long same = PAIRS.stream().filter(LabelledPair::same).count();
        assertThat((double) same / PAIRS.size()).isBetween(0.45, 0.55);
    }

    @Test
    void noPairStandsTwiceWhicheverNameIsFirst() {
        assertThat(PAIRS.stream().map(pair -> new TreeSet<>(List.of(normal(pair.first()), normal(pair.second())))))
                .doesNotHaveDuplicates();
        assertThat(PAIRS.stream().filter(pair -> !pair.same()))
                .allSatisfy(pair -> assertThat(normal(pair.first())).isNotEqualTo(normal(pair.second())));
    }

    @Test
    void noLabelSpeaksAgainstOthers() {
        Map<String, String> root = new HashMap<>();
        PAIRS.stream()
                .filter(LabelledPair::same)
                .forEach(pair -> root.put(find(root, normal(pair.first())), find(root, normal(pair.second()))));
        assertThat(PAIRS.stream().filter(pair -> !pair.same()))
                .allSatisfy(pair -> assertThat(find(root, normal(pair.first())))
                        .as(pair.toString())
                        .isNotEqualTo(find(root, normal(pair.second()))));
    }

    @Test
    void aPairIsInOneHalfWhicheverNameIsFirstAndTheHalvesAreAlike() {
        assertThat(PAIRS).allSatisfy(pair -> assertThat(Half.of(pair.second(), pair.first()))
                .isEqualTo(pair.half()));
        for (Half half : Half.values()) {
            List<LabelledPair> inHalf =
                    PAIRS.stream().filter(pair -> pair.half() == half).toList();
            assertThat(inHalf.size()).isGreaterThan(PAIRS.size() * 2 / 5);
            assertThat((double) inHalf.stream().filter(LabelledPair::same).count() / inHalf.size())
                    .isBetween(0.4, 0.6);
        }
    }

    @Test
    void thePublishedPairsAreThere() {
        assertThat(PAIRS.stream().filter(pair -> pair.source().equals("paper")))
                .extracting(pair -> pair.first() + " ~ " + pair.second() + " " + pair.meaning())
                .containsExactly(
                        "Geometric sequence ~ Arithmetic sequence DISTINCT",
                        "Sine function ~ Cosine function DISTINCT");
    }

    @Test
    void thereAreEnoughNamesOfEveryQualityAndEachOnce() {
        assertThat(MENTIONS).hasSizeGreaterThanOrEqualTo(150);
        assertThat(MENTIONS.stream().map(mention -> normal(mention.text()))).doesNotHaveDuplicates();
        Map<String, Long> counts =
                MENTIONS.stream().collect(Collectors.groupingBy(LabelledMention::verdict, Collectors.counting()));
        assertThat(counts).containsOnlyKeys(QualityFilter.VERDICTS);
        assertThat(counts.values()).allMatch(count -> count >= 30);
    }

    @Test
    void thePublishedBadExamplesAreThere() {
        assertThat(MENTIONS.stream().filter(mention -> mention.source().equals("paper")))
                .extracting(mention -> mention.verdict() + ": " + mention.text())
                .containsExactlyInAnyOrder(
                        "vague: Problem-solving strategies",
                        "wrong: A series converges if its terms approach zero",
                        "too_detailed: Solving the quadratic equation x^2+5x+6=0 by factoring");
    }

    @Test
    void everyLabelHasItsReasonAndItsSource() {
        assertThat(PAIRS).allSatisfy(pair -> {
            assertThat(List.of(pair.first(), pair.second(), pair.area(), pair.why()))
                    .noneMatch(String::isBlank)
                    .allMatch(text -> text.equals(text.strip()));
            assertThat(SOURCES).contains(pair.source());
        });
        assertThat(MENTIONS).allSatisfy(mention -> {
            assertThat(List.of(mention.text(), mention.why())).noneMatch(String::isBlank);
            assertThat(SOURCES).contains(mention.source());
        });
    }

    @Test
    void theReadmeBesideThemCountsThem() throws IOException {
        String readme = Files.readString(Path.of("src/main/resources/knowledge/README.md"));
        assertThat(readme)
                .contains("| `pairs.jsonl` | " + PAIRS.size() + " |", "(" + count(PAIRS, LabelledPair::same) + ")");
        assertThat(readme).contains("| `mentions.jsonl` | " + MENTIONS.size() + " |");
        List<String> sources = Stream.concat(
                        PAIRS.stream().map(LabelledPair::source),
                        MENTIONS.stream().map(LabelledMention::source))
                .toList();
        assertThat(SOURCES).allSatisfy(source -> assertThat(readme)
                .contains("| `" + source + "` | " + count(sources, source::equals) + " |"));
    }

    private static <T> long count(Collection<T> all, Function<T, Boolean> chosen) {
        return all.stream().filter(chosen::apply).count();
    }

    private static String normal(String text) {
        return Mention.normal(text);
    }

    private static String find(Map<String, String> root, String name) {
        String at = name;
        while (!root.getOrDefault(at, at).equals(at)) {
            at = root.get(at);
        }
        return at;
    }
}
