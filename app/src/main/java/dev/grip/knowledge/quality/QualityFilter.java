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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first filter (GRIP section 3.1): a model judges each spelling once as fit, vague, wrong or too detailed. */
public final class QualityFilter {

    public static final String KEEP = "keep";

    /** What is said of a mention whose answers could not be read. */
    public static final String UNDECIDED = "undecided";

    /** What a model may say of a mention. */
    public static final List<String> VERDICTS = List.of(KEEP, "vague", "wrong", "too_detailed");

    private static final int GROUP = 500;
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

    /**
     * The verdict on mentions of one spelling: keep, vague, wrong, too_detailed, or undecided when the answer could not be read. The
     * origin's {@code model} is who decided: a model or {@code rule}.
     */
    record Verdict(List<String> keys, String verdict, String reason, Map<String, Object> origin) {}

    /** Makes undecided mentions wait again. */
    public void retryFailures() {
        repository.retryFailures();
    }

    /** Mentions that wait for a verdict. */
    public long waiting() {
        return repository.countUnjudged();
    }

    /** Mentions whose answers could not be read, until {@link #retryFailures()}. */
    public long left() {
        return repository.countUndecided();
    }

    /**
     * Judges every mention that has no verdict, each spelling once; returns how many mentions were judged. Verdicts are stored as they
     * come, so whatever ends this loses only the calls under way.
     */
    public long run(LongConsumer progress) {
        Map<String, List<Mention>> waiting = new TreeMap<>();
        repository.unjudged().forEach(mention -> waiting.computeIfAbsent(
                        Mention.normal(mention.text()), spelling -> new ArrayList<>())
                .add(mention));
        long mentions = waiting.values().stream().mapToLong(List::size).sum();
        List<Verdict> known = known(waiting);
        record(known, progress);
        calls.inGroups(waiting.values(), this::judge, GROUP, verdicts -> record(verdicts, progress));
        return mentions;
    }

    private void record(List<Verdict> verdicts, LongConsumer progress) {
        repository.recordQuality(verdicts);
        progress.accept(
                verdicts.stream().mapToLong(verdict -> verdict.keys().size()).sum());
    }

    /** Takes out what an earlier run judged in another spelling; of several verdicts, keep counts. */
    private List<Verdict> known(Map<String, List<Mention>> waiting) {
        Map<String, Verdict> known = new TreeMap<>();
        if (!waiting.isEmpty()) {
            repository.eachJudged((text, verdict) -> {
                String spelling = Mention.normal(text);
                List<Mention> alike = waiting.get(spelling);
                if (alike != null) {
                    Verdict same = new Verdict(keys(alike), verdict.verdict(), verdict.reason(), verdict.origin());
                    known.merge(spelling, same, (one, other) -> one.verdict().equals(KEEP) ? one : other);
                }
            });
        }
        known.keySet().forEach(waiting::remove);
        return List.copyOf(known.values());
    }

    private static List<String> keys(List<Mention> mentions) {
        return mentions.stream().map(Mention::key).toList();
    }

    /** Asks about the name that most seeds carry, of those the shortest. */
    private Verdict judge(List<Mention> alike) {
        String name = Collections.min(
                        alike,
                        Comparator.comparingLong(Mention::seeds)
                                .reversed()
                                .thenComparingInt(mention -> mention.text().length())
                                .thenComparing(Mention::text))
                .text();
        return NameRules.judge(name)
                .map(certain ->
                        new Verdict(keys(alike), certain.verdict(), certain.reason(), Map.of("model", NameRules.RULE)))
                .orElseGet(() -> verdict(keys(alike), filter.ask(Map.of("name", name))));
    }

    static Verdict verdict(List<String> keys, Question.Asked<String> asked) {
        Map<String, Object> origin = asked.origin().properties();
        String none = "no verdict in the answer: " + asked.reading().path();
        return asked.reading()
                .value()
                .map(verdict -> new Verdict(keys, verdict, reason(asked.text()), origin))
                .orElseGet(() -> new Verdict(keys, UNDECIDED, none, origin));
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
