package dev.grip.knowledge.quality;

import dev.grip.knowledge.mentions.Mention;
import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.AnswerText;
import dev.grip.llm.verdicts.Question;
import dev.grip.llm.verdicts.VerdictReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first filter (GRIP section 3.1): a model judges each distinct mention once as fit, vague, wrong or too detailed. */
public final class QualityFilter {

    public static final String KEEP = "keep";

    /** What is said of a mention whose answers could not be read. */
    public static final String UNDECIDED = "undecided";

    /** What a model may say of a mention. */
    public static final List<String> VERDICTS = List.of(KEEP, "vague", "wrong", "too_detailed");

    private static final String PROMPT = "knowledge/check-quality";
    static final VerdictReader<String> VERDICT = VerdictReader.words("Verdict", VERDICTS, word -> word);
    private static final Pattern REASON =
            Pattern.compile("(?im)^[^\\w\\n]{0,16}reason[ \\t*_`]{0,6}[:=][ \\t*_`]{0,6}(\\S.{0,499})");

    private final QualityRepository repository;
    private final Question<String> filter;
    private final Calls calls;

    public QualityFilter(QualityRepository repository, ChatModel filter, PromptLibrary prompts, Calls calls) {
        this.repository = repository;
        this.filter = question(filter, prompts);
        this.calls = calls;
    }

    /** The question about one name, its only input. */
    public static Question<String> question(ChatModel filter, PromptLibrary prompts) {
        return new Question<>(new PromptedModel(filter, prompts.require(PROMPT, Set.of("name"))), VERDICT);
    }

    /** The verdict on one mention: keep, vague, wrong, too_detailed, or undecided when the answer could not be read. */
    record Verdict(String key, String verdict, String reason, Map<String, Object> origin) {}

    /** Makes undecided mentions wait again. */
    public void retryFailures() {
        repository.retryFailures();
    }

    /** Mentions that wait for a verdict. */
    public long waiting() {
        return repository.unjudged().size();
    }

    /** Judges every mention that has no verdict; returns how many were judged. */
    public long run(LongConsumer progress) {
        List<Mention> waiting = repository.unjudged();
        List<Verdict> verdicts = new ArrayList<>();
        calls.each(waiting, this::judge, verdict -> {
            verdicts.add(verdict);
            progress.accept(1);
        });
        repository.recordQuality(verdicts);
        return verdicts.size();
    }

    private Verdict judge(Mention mention) {
        return verdict(mention.key(), filter.ask(Map.of("name", mention.text())));
    }

    static Verdict verdict(String key, Question.Asked<String> asked) {
        Map<String, Object> origin = asked.origin().properties();
        String none = "no verdict in the answer: " + asked.reading().path();
        return asked.reading()
                .value()
                .map(verdict -> new Verdict(key, verdict, reason(asked.text()), origin))
                .orElseGet(() -> new Verdict(key, UNDECIDED, none, origin));
    }

    private static String reason(String answer) {
        Matcher reasons = REASON.matcher(AnswerText.lastLines(answer));
        String reason = "";
        while (reasons.find()) {
            reason = reasons.group(1).strip();
        }
        return reason;
    }
}
