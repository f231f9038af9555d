package dev.grip.knowledge;

import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.PromptLibrary;
import dev.grip.llm.PromptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first filter (GRIP section 3.1): a model judges each distinct mention once as fit, vague, wrong or too detailed. */
public final class QualityFilter {

    static final String KEEP = "keep";
    static final String UNDECIDED = "undecided";

    private static final String PROMPT = "knowledge/check-quality";
    private static final Pattern VERDICT = Pattern.compile(
            "^[\\s*_`#>-]{0,8}verdict[*_` ]{0,4}[:：][*_` ]{0,4}(keep|vague|wrong|too[ _-]detailed)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern REASON = Pattern.compile(
            "^[\\s*_`#>-]{0,8}reason[*_` ]{0,4}[:：][*_` ]{0,4}(.{1,500})$",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final KnowledgeRepository repository;
    private final PromptedModel filter;
    private final Calls calls;

    public QualityFilter(KnowledgeRepository repository, ChatModel filter, PromptLibrary prompts, Calls calls) {
        this.repository = repository;
        this.filter = new PromptedModel(filter, prompts.require(PROMPT, Set.of("name")));
        this.calls = calls;
    }

    /** The verdict on one mention: keep, vague, wrong, too_detailed, or undecided when the answer could not be read. */
    record Verdict(String key, String verdict, String reason, Map<String, Object> origin) {}

    /** Judges every mention that has no verdict; returns how many were judged. */
    long run(LongConsumer progress) {
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
        PromptedModel.Reply reply = filter.ask(Map.of("name", mention.text()), 0);
        return parse(mention.key(), reply.answer().text(), reply.origin().properties());
    }

    static Verdict parse(String key, String answer, Map<String, Object> origin) {
        String verdict = last(VERDICT, answer);
        String reason = last(REASON, answer);
        if (verdict.isEmpty()) {
            return new Verdict(key, UNDECIDED, "the answer holds no verdict", origin);
        }
        return new Verdict(key, verdict.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_"), reason, origin);
    }

    private static String last(Pattern pattern, String text) {
        Matcher matches = pattern.matcher(text.substring(Math.max(0, text.length() - 4096)));
        String found = "";
        while (matches.find()) {
            found = matches.group(1).strip();
        }
        return found;
    }
}
