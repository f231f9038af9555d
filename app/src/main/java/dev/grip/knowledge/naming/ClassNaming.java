package dev.grip.knowledge.naming;

import dev.grip.knowledge.mentions.Mention;
import dev.grip.llm.Calls;
import dev.grip.llm.ChatModel;
import dev.grip.llm.EmbeddingModel;
import dev.grip.llm.prompts.Origin;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Lets a model name the KPs that several names mean and nobody has named yet. An answer that cannot be read, and a name that belongs to
 * another KP already, leave the KP the most usual of its names.
 */
public final class ClassNaming {

    private static final String PROMPT = "knowledge/name-class";
    private static final String REPRESENTATIVE = "representative";
    private static final int BATCH = 100;

    private final NamingRepository repository;
    private final EmbeddingModel embedding;
    private final PromptedModel model;
    private final Calls calls;

    public ClassNaming(
            NamingRepository repository,
            EmbeddingModel embedding,
            ChatModel model,
            PromptLibrary prompts,
            Calls calls) {
        this.repository = repository;
        this.embedding = embedding;
        this.model = new PromptedModel(model, prompts.require(PROMPT, Set.of("names")));
        this.calls = calls;
    }

    /** A KP's name from now on, and what produced it. */
    record Name(Named point, String text, Map<String, Object> origin) {}

    private record Said(Named point, Optional<String> name, Origin origin) {}

    /** KPs that wait for a name. */
    public long waiting() {
        return repository.points().stream().filter(Named::waits).count();
    }

    /** Names every KP that waits for it; returns how many got a name from the model. */
    public long run(LongConsumer progress) {
        List<Named> points = repository.points();
        Map<String, String> taken = taken(points);
        List<Name> names = new ArrayList<>();
        long[] named = {0};
        try {
            calls.each(points.stream().filter(Named::waits).toList(), this::ask, said -> {
                Name name = name(said, taken);
                named[0] += name.origin().containsValue(REPRESENTATIVE) ? 0 : 1;
                names.add(name);
                if (names.size() == BATCH) {
                    record(names);
                }
                progress.accept(1);
            });
        } finally {
            record(names);
        }
        return named[0];
    }

    /** Whose a name is, by its normal spelling: every KP owns its name and those of its mentions. */
    private static Map<String, String> taken(List<Named> points) {
        Map<String, String> taken = new HashMap<>();
        for (Named point : points) {
            taken.putIfAbsent(Mention.normal(point.name()), point.id());
            point.aliases().forEach(alias -> taken.putIfAbsent(Mention.normal(alias.text()), point.id()));
        }
        return taken;
    }

    private Said ask(Named point) {
        PromptedModel.Reply reply = model.ask(Map.of("names", point.list()), 0);
        return new Said(point, NameAnswer.read(reply.answer()), reply.origin());
    }

    private static Name name(Said said, Map<String, String> taken) {
        Named point = said.point();
        if (said.name().isEmpty()) {
            return representative(point, "the answer held no name");
        }
        String name = said.name().get();
        String owner = taken.putIfAbsent(Mention.normal(name), point.id());
        if (owner != null && !owner.equals(point.id())) {
            return representative(point, "the model's name '" + name + "' is that of " + owner);
        }
        return new Name(point, name, properties(said.origin()));
    }

    private static Name representative(Named point, String reason) {
        return new Name(point, point.name(), Map.of("namedBy", REPRESENTATIVE, "namedByReason", reason));
    }

    private static Map<String, Object> properties(Origin origin) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("namedBy", origin.model());
        properties.put("namedByPrompt", origin.prompt());
        properties.put("namedByPromptVersion", origin.promptVersion());
        properties.put("namedByPromptHash", origin.promptHash());
        properties.put("namedByRehearsal", origin.rehearsal());
        return properties;
    }

    private void record(List<Name> names) {
        List<Name> other = names.stream()
                .filter(name -> !name.text().equals(name.point().name()))
                .toList();
        List<float[]> vectors = embedding.embed(other.stream().map(Name::text).toList());
        Map<Name, float[]> vectorOf = new HashMap<>();
        for (int i = 0; i < other.size(); i++) {
            vectorOf.put(other.get(i), vectors.get(i));
        }
        repository.recordNames(names, vectorOf);
        names.clear();
    }
}
