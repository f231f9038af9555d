package dev.grip.llm.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.llm.ChatMessage;
import dev.grip.llm.Sampling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptLibraryTests {

    private static final String NAME = "llm/check-sum";
    private static final Set<String> INPUTS = Set.of("first", "second_value");
    private static final String GOOD = header("x", "{temperature: 0.5, max_tokens: 9}") + "## User\nSay {{x}}\n";

    private final Path folder;

    PromptLibraryTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAFileWithEverythingInIt() {
        Prompt prompt = PromptLibrary.load().require(NAME, INPUTS);

        assertThat(prompt.reference()).isEqualTo("llm/check-sum@3");
        assertThat(prompt.hash()).matches("[0-9a-f]{64}");
        assertThat(prompt.purpose()).isEqualTo("Test data for the prompt library.");
        assertThat(prompt.inputs()).containsExactly("first", "second_value");
        assertThat(prompt.output()).isEqualTo("a number");
        assertThat(prompt.sampling()).isEqualTo(new Sampling(0, 0.9, 16));
        assertThat(prompt.source()).isEqualTo("own wording");
        assertThat(prompt.template())
                .isEqualTo("## A heading that stays\nAdd {{first}} and {{second_value}}; then {{first}} again.");
    }

    @Test
    void rendersEveryPlaceOnceAndLeavesMathematicsAndValuesAlone() {
        Prompt prompt = PromptLibrary.load().require(NAME, INPUTS);
        assertThat(prompt.render(Map.of("first", "{{second_value}} $1 \\frac{a}{b}", "second_value", "2")))
                .containsExactly(
                        ChatMessage.system("You add. Write \\boxed{{{second_value}} $1 \\frac{a}{b}} as \\frac{{1}{2}},"
                                + " not { {first} }."),
                        ChatMessage.user("## A heading that stays\nAdd {{second_value}} $1 \\frac{a}{b} and 2;"
                                + " then {{second_value}} $1 \\frac{a}{b} again."));
    }

    @Test
    void theHashIsOfTheBytes() throws IOException {
        write("llm/own", GOOD);
        String hash = own().hash();
        write("llm/own", GOOD + "\n");
        assertThat(own().hash()).isNotEqualTo(hash);
    }

    @Test
    void windowsLinesAndAByteOrderMarkAreRead() throws IOException {
        write("llm/own", "\uFEFF" + GOOD.replace("\n", "\r\n"));
        assertThat(own().template()).isEqualTo("Say {{x}}");
        assertThat(own().system()).isEmpty();
        assertThat(own().sampling().topP()).isEqualTo(1.0);
    }

    @Test
    void aStageThatFillsInOtherValuesIsRefused() {
        assertThatThrownBy(() -> PromptLibrary.load().require(NAME, Set.of("first", "third")))
                .isInstanceOf(PromptException.class)
                .hasMessage("Prompt prompts/llm/check-sum.md: the values its stage fills in differ from its declared"
                        + " inputs [first, second_value]; missing: second_value; unknown: third");
    }

    @Test
    void renderingRefusesMissingValues() {
        Prompt prompt = PromptLibrary.load().require(NAME, INPUTS);
        assertThatThrownBy(() -> prompt.render(Map.of("first", "1")))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("missing: second_value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Say {{x}} and {{y}}    | placeholder y is used but not declared under inputs
                    Say nothing            | placeholder x is declared under inputs but not used
                    {{x}} \\frac{{a}}      | placeholder a is used but not declared under inputs
                    {{x}} {{ x }}          | {{ x }} is no placeholder
                    {{x}} {{userName}}     | {{userName}} is no placeholder
                    """)
    void placeholdersMustBeTheDeclaredOnes(String user, String says) throws IOException {
        write("llm/own", header("x", "{temperature: 0, max_tokens: 9}") + "## User\n" + user);
        assertThatThrownBy(this::own)
                .isInstanceOf(PromptException.class)
                .hasMessageContaining(folder.resolve("llm/own.md").toString())
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    version: 1        | version: 1.5        | front matter
                    version: 1        | version: one        | front matter
                    version: 1        | #                   | its front matter lacks version
                    version: 1        | versoin: 1          | versoin
                    version: 1        | name: other         | Duplicate field 'name'
                    name: llm/own     | name: llm/other     | its name is 'llm/other' but its path says 'llm/own'
                    max_tokens: 9     | max_tokens: 0       | sampling out of range
                    temperature: 0.5, | ''                  | its sampling needs temperature and max_tokens
                    ## User           | ## Nobody           | must come '## System' (optional) and then '## User'
                    Say {{x}}         | ''                  | its '## User' section is empty
                    inputs: [x]       | inputs: [x          | front matter: while parsing a flow sequence in 'reader', line 4
                    """)
    void aBrokenFileIsNamedWithItsFault(String good, String bad, String says) throws IOException {
        write("llm/own", GOOD.replace(good, bad));
        assertThatThrownBy(this::own)
                .isInstanceOf(PromptException.class)
                .hasMessageContaining(folder.resolve("llm/own.md").toString())
                .hasMessageContaining(says);
    }

    @Test
    void aFileWithoutFrontMatterIsRefused() throws IOException {
        write("llm/own", "## User\nhello");
        assertThatThrownBy(this::own).hasMessageContaining("does not start with front matter");
    }

    @Test
    void aNameWithoutFileOrOutsideTheFolderIsRefused() {
        assertThatThrownBy(() -> PromptLibrary.load().require("llm/absent", Set.of()))
                .hasMessage("Prompt llm/absent does not exist for the domain math: there is neither"
                        + " prompts/math/llm/absent.md nor prompts/llm/absent.md");
        assertThatThrownBy(() -> PromptLibrary.load().require("../secret", Set.of()))
                .hasMessageContaining("is not named like <stage>/<verb-noun>");
    }

    @Test
    void anOverrideReplacesASinglePromptAndAMisnamedOneIsFound() throws IOException {
        write(NAME, GOOD.replace("llm/own", NAME));
        write("llm/chek-sum", GOOD);
        PromptLibrary library = PromptLibrary.load("math", folder);
        assertThat(library.require(NAME, Set.of("x")).version()).isEqualTo(1);
        assertThat(library.prompts()).extracting(Prompt::name).containsExactly(NAME);
        assertThat(library.unusedOverrides()).containsExactly(folder.resolve("llm/chek-sum.md"));
        assertThat(PromptLibrary.load().require(NAME, INPUTS).version()).isEqualTo(3);
    }

    @Test
    void anOverrideMayBeForOneDomainOrForAll() throws IOException {
        write("math/llm/own", GOOD.replace("Say", "Add"));
        write("llm/own", GOOD);
        write("chemistry/llm/own", GOOD.replace("Say", "Mix"));
        PromptLibrary math = PromptLibrary.load("math", folder);
        assertThat(math.get("llm/own").template()).startsWith("Add");
        assertThat(PromptLibrary.load("coding", folder).get("llm/own").template())
                .startsWith("Say");
        PromptLibrary own = PromptLibrary.load("chemistry", folder);
        assertThat(own.get("llm/own").template()).startsWith("Mix");
        assertThat(own.get("judging/rate-difficulty").version()).isEqualTo(2);
        assertThat(math.unusedOverrides()).containsExactly(folder.resolve("llm/own.md"));
        assertThatThrownBy(() -> own.get("judging/judge-problem"))
                .hasMessageContaining("does not exist for the domain chemistry");
    }

    @Test
    void anUnknownDomainIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> PromptLibrary.load("maths", folder))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("'maths'")
                .hasMessageContaining("math, coding, physics");
        assertThatThrownBy(() -> PromptLibrary.load("..", folder)).isInstanceOf(PromptException.class);
    }

    @Test
    void anAbsentOverrideFolderIsRefused() {
        assertThatThrownBy(() -> PromptLibrary.load("math", folder.resolve("none")))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("does not exist");
        assertThat(PromptLibrary.load().unusedOverrides()).isEqualTo(List.of());
    }

    private Prompt own() {
        return PromptLibrary.load("math", folder).require("llm/own", Set.of("x"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".md");
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(String input, String sampling) {
        return "---\nname: llm/own\nversion: 1\npurpose: A test.\ninputs: [" + input + "]\nsampling: " + sampling
                + "\n---\n";
    }
}
