package dev.grip.knowledge.extraction;

import dev.grip.knowledge.mentions.Mention;
import dev.grip.llm.Answer;
import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.AnswerText;
import dev.grip.seeds.Seed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Names the KPs that each seed needs (GRIP section 3.1): by the extractor, or as given in the seed's file. */
public final class Extraction {

    private static final String PROMPT = "knowledge/extract-knowledge-points";
    private static final int GROUP = 500;
    private static final String AGAIN =
            "There is no list in your answer. Give the names alone, one a line, in this form and with nothing else:\n"
                    + "1. First name";
    private static final int MORE_ROOM = 2;
    private static final long OTHER_DRAW = 1;
    /** How models decline in an answer that is otherwise whole. */
    private static final Pattern DECLINED = Pattern.compile(
            "(?i)^.{0,40}\\b(?:I(?:'m| am) (?:sorry|unable|not able)|I (?:can(?:no|')t|will not|won't)|sorry, (?:but"
                    + " )?I|as an AI)\\b.*",
            Pattern.DOTALL);

    private static final int SHOWN = 200;

    private final ExtractionRepository repository;
    private final PromptedModel extractor;
    private final Calls calls;
    private final Rules rules;

    public Extraction(
            ExtractionRepository repository, ChatModel extractor, PromptLibrary prompts, Calls calls, Rules rules) {
        this.repository = repository;
        this.extractor = new PromptedModel(extractor, prompts.require(PROMPT, Set.of("limit", "problem", "solution")));
        this.calls = calls;
        this.rules = rules;
    }

    /** The most KPs taken from one seed, and whether those that a file gave need the filter's verdict as well. */
    public record Rules(int limit, boolean filterGiven) {}

    /** What became of one seed: its names, or why there are none. */
    record Outcome(Seed seed, List<String> names, String state, Map<String, Object> origin) {}

    /** Seeds read, names found and seeds whose answer held no names. */
    public record Counts(long seeds, long mentions, long failed) {}

    /** Makes seeds wait again whose answers were refusals or held no names. */
    public void retryFailures() {
        repository.retryFailures();
    }

    /** Seeds that wait for extraction. */
    public long waiting() {
        return repository.countUnextracted();
    }

    /** Seeds that were read and left without names, until {@link #retryFailures()}. */
    public long left() {
        return repository.countLeft();
    }

    /** Seeds that were read with an older version of the prompt. */
    public long older() {
        return repository.countOlder(extractor.prompt().version());
    }

    /**
     * Extracts from every seed that has not been read yet; {@code progress} hears of every seed done. What is done is stored as it
     * comes, so whatever ends this loses only the calls under way.
     */
    public Counts run(LongConsumer progress) {
        Tally tally = new Tally();
        calls.inGroups(repository.unextracted(), this::extract, GROUP, outcomes -> {
            repository.recordExtraction(outcomes, rules.filterGiven());
            outcomes.forEach(tally::add);
            progress.accept(outcomes.size());
        });
        return tally.counts();
    }

    private Outcome extract(Seed seed) {
        List<String> given = seed.knowledgePoints().stream()
                .filter(name -> !Mention.text(name).isEmpty())
                .toList();
        return given.isEmpty() ? read(seed) : new Outcome(seed, given, "given", Map.of("model", "given"));
    }

    private Outcome read(Seed seed) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("limit", Integer.toString(rules.limit()));
        inputs.put("problem", seed.problem());
        inputs.put("solution", seed.solution());
        PromptedModel.Reply reply = extractor.ask(inputs, 0);
        List<String> names = KnowledgePointList.parse(reply.answer(), rules.limit());
        if (!names.isEmpty()) {
            return new Outcome(seed, names, "extracted", reply.origin().properties());
        }
        PromptedModel.Reply second = again(inputs, reply);
        List<String> found = KnowledgePointList.parse(second.answer(), rules.limit());
        Map<String, Object> origin = new LinkedHashMap<>(second.origin().properties());
        origin.put("askedAgain", true);
        return new Outcome(seed, found, found.isEmpty() ? reason(reply.answer()) : "extracted", origin);
    }

    /** Once more: with more room, another draw, or for the list alone; a question that a server does not take is not repeated. */
    private PromptedModel.Reply again(Map<String, String> inputs, PromptedModel.Reply reply) {
        Answer first = reply.answer();
        int room = extractor.prompt().sampling().maxTokens();
        if (first instanceof Answer.Failed) {
            return reply;
        }
        boolean cut = first instanceof Answer.Truncated || first instanceof Answer.Empty;
        boolean talked = first instanceof Answer.Complete && !declined(first.text());
        long draw = cut || talked ? 0 : OTHER_DRAW;
        PromptedModel.Again again = talked
                ? new PromptedModel.Again(first.text(), AGAIN, room, null)
                : new PromptedModel.Again("", "", cut ? room * MORE_ROOM : room, null);
        return new PromptedModel.Reply(extractor.askAgain(inputs, draw, again), extractor.origin(draw));
    }

    private static boolean declined(String text) {
        return DECLINED.matcher(AnswerText.withoutThinking(text).strip()).matches();
    }

    private static String reason(Answer answer) {
        if (answer instanceof Answer.Refused || !answer.complete()) {
            return answer instanceof Answer.Refused ? answer.trouble() : "failed: " + answer.trouble();
        }
        String said = Mention.text(AnswerText.withoutThinking(answer.text()).strip());
        return declined(answer.text())
                ? "refused: " + said.substring(0, Math.min(SHOWN, said.length()))
                : "failed: the answer holds no list of knowledge points";
    }

    private static final class Tally {
        private long seeds;
        private long mentions;
        private long failed;

        void add(Outcome outcome) {
            seeds++;
            mentions += outcome.names().size();
            failed += outcome.names().isEmpty() ? 1 : 0;
        }

        Counts counts() {
            return new Counts(seeds, mentions, failed);
        }
    }
}
