package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.CoreRule;
import dev.grip.kprg.combinations.Kind;
import dev.grip.kprg.combinations.Selection;
import dev.grip.kprg.combinations.Shard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code config} map of a procedure. A key set to null counts as not given; a key the procedure does not know,
 * a wrong type or a value out of range is refused with the key, the value and what works.
 */
final class Settings {

    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final ConfigMap config;

    Settings(String procedure, Map<String, Object> config) {
        this.config = new ConfigMap(procedure, config, ConfigKey.names(procedure));
    }

    Selection selection(Set<Kind> kinds) {
        return new Selection(
                kinds(kinds),
                weight("minWeight"),
                weight("minImplicitWeight"),
                core(),
                communitySizes(),
                repeat(),
                (int) config.integer("maxDegree", 1, Integer.MAX_VALUE, Integer.MAX_VALUE),
                shard());
    }

    /** The kinds to list, out of those the procedure can list. */
    Set<Kind> kinds(Set<Kind> possible) {
        String expected =
                "a list of one or more of " + possible.stream().sorted().toList();
        Optional<List<?>> given = config.list("kinds", expected);
        if (given.isEmpty()) {
            return possible;
        }
        var kinds = EnumSet.noneOf(Kind.class);
        for (Object value : given.get()) {
            kinds.add(possible.stream()
                    .filter(kind -> kind.name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> config.refuse("kinds", value, expected)));
        }
        return kinds;
    }

    private List<Integer> communitySizes() {
        String expected = "[3], [4] or [3, 4]";
        Optional<List<?>> given = config.list("communitySizes", expected);
        if (given.isEmpty()) {
            return List.of(3);
        }
        var sizes = new ArrayList<Integer>();
        for (Object size : given.get()) {
            long number = ConfigMap.whole(size).orElse(0);
            if (number < 3 || number > 4) {
                throw config.refuse("communitySizes", size, expected);
            }
            sizes.add((int) number);
        }
        return sizes;
    }

    /** Weights are whole numbers, so a bound between two of them means the upper one. */
    private int weight(String key) {
        return (int) Math.ceil(config.number(key, 0, Integer.MAX_VALUE, 0));
    }

    private boolean repeat() {
        String repeat = config.text("repeat", "'once' or 'weight'").orElse("once");
        if (!Set.of("once", "weight").contains(repeat)) {
            throw config.refuse("repeat", repeat, "'once' or 'weight'");
        }
        return repeat.equals("weight");
    }

    CoreRule core() {
        String expected = "{top: 100}, {share: 0.1} or {minDegree: 20}, one of the three";
        Optional<ConfigMap> given = config.map("core", expected, Set.of("top", "share", "minDegree"));
        if (given.isEmpty()) {
            return CoreRule.published();
        }
        ConfigMap core = given.get();
        if (core.keys().size() != 1) {
            throw config.refuse("core", core.values(), expected);
        }
        if (core.has("top")) {
            return new CoreRule.Top((int) core.integer("top", 1, Integer.MAX_VALUE, 1));
        }
        if (core.has("share")) {
            return new CoreRule.Share(core.number("share", 0, 1, 1));
        }
        return new CoreRule.MinDegree((int) core.integer("minDegree", 0, Integer.MAX_VALUE, 0));
    }

    private Shard shard() {
        String expected = "{index: i, count: n} with 0 <= i < n";
        Optional<ConfigMap> given = config.map("shard", expected, Set.of("index", "count"));
        if (given.isEmpty()) {
            return Shard.WHOLE;
        }
        ConfigMap shard = given.get();
        if (shard.keys().size() != 2) {
            throw config.refuse("shard", shard.values(), expected);
        }
        int count = (int) shard.integer("count", 1, Integer.MAX_VALUE, 1);
        return new Shard((int) shard.integer("index", 0, count - 1L, 0), count);
    }

    Optional<String> after() {
        return config.text("after", "the cursor of a row of this procedure");
    }

    long limit() {
        return config.integer("limit", 0, NO_LIMIT, NO_LIMIT);
    }

    /** The limit of a procedure that cannot do without. */
    long requiredLimit() {
        if (!config.has("limit")) {
            throw config.refuse("limit", "null", "how many combinations to draw, 0 or more");
        }
        return limit();
    }

    long seed() {
        return config.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE, 0);
    }

    static Set<Kind> everyKind() {
        return Set.copyOf(Arrays.asList(Kind.values()));
    }
}
