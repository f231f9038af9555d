package dev.grip.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ServerCheckTests {

    private static final Set<String> KPRG = Set.of(
            "kprg.build", "kprg.info", "kprg.census", "kprg.oneHop", "kprg.twoHop", "kprg.threeHop", "kprg.community");

    @Test
    void saysWhatToDoForEachMissingPart() {
        var bare = ServerCheck.judge("5.26.12", "enterprise", Optional.empty(), Optional.empty(), Set.of("kprg.build"));
        assertThat(bare.ready()).isFalse();
        assertThat(bare.missing()).hasSize(3).allSatisfy(sentence -> assertThat(sentence)
                .contains("plugins folder")
                .endsWith("."));
        assertThat(bare.missing().get(0)).contains("kprg.census", "kprg.jar").doesNotContain("kprg.build");
    }

    @Test
    void refusesAnotherGenerationOfNeo4j() {
        assertThat(check("4.4.38").missing()).singleElement().asString().contains("4.4.38", "5.26");
        assertThat(check("2026.08.0").missing()).singleElement().asString().contains("2026.08.0", "5.26");
    }

    @Test
    void onlyAdvisesAgainstAnotherVersionOfTheSameGeneration() {
        assertThat(check("5.20.0").ready()).isTrue();
        assertThat(check("5.20.0").advice()).singleElement().asString().contains("5.20.0");
        assertThat(check("5.26.30").advice()).isEmpty();
    }

    private static ServerCheck check(String version) {
        return ServerCheck.judge(version, "community", Optional.of("5.26.19"), Optional.of("2.13.9"), KPRG);
    }
}
