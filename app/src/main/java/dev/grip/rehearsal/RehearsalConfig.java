package dev.grip.rehearsal;

import dev.grip.rehearsal.content.ContentScript;
import dev.grip.rehearsal.content.Personality;
import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.Latency;
import dev.grip.rehearsal.faults.Fault;
import java.util.List;

/**
 * One simulated server: what it serves, what that model says, and how well it does so. By default it answers at once, without
 * limits and faults.
 *
 * @param port on loopback; 0 is a free one
 * @param model the name it serves its model under
 * @param maxModelLength tokens of prompt and answer together
 * @param personality how the model differs from others
 * @param script what the model says
 * @param apiKey what clients must send to {@code /v1}; empty for nothing
 * @param engine slots and KV cache
 * @param latency how long the engine takes
 * @param overload what happens when there is too much to do
 * @param faults what goes wrong on purpose; of several that fit a request the first happens
 * @param wire formats and habits
 */
public record RehearsalConfig(
        int port,
        String model,
        int maxModelLength,
        Personality personality,
        ContentScript script,
        String apiKey,
        EngineConfig engine,
        Latency latency,
        Overload overload,
        List<Fault> faults,
        WireOptions wire) {

    private static final int USUAL_MODEL_LENGTH = 32_768;

    public RehearsalConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + "; give 0 for a free one, or 1 to 65535");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("model is blank; give the name to serve it under");
        }
        if (maxModelLength < 1) {
            throw new IllegalArgumentException("maxModelLength is " + maxModelLength + "; give at least 1 token");
        }
        faults = List.copyOf(faults);
    }

    /** This model on a free port. */
    public static RehearsalConfig of(String model, Personality personality, ContentScript script) {
        return new RehearsalConfig(
                0,
                model,
                USUAL_MODEL_LENGTH,
                personality,
                script,
                "",
                EngineConfig.UNLIMITED,
                Latency.INSTANT,
                Overload.QUEUE,
                List.of(),
                WireOptions.CURRENT);
    }

    public RehearsalConfig withPort(int number) {
        return with(number, model, maxModelLength, personality);
    }

    public RehearsalConfig withModel(String name) {
        return with(port, name, maxModelLength, personality);
    }

    /** The same with another context length, in tokens. */
    public RehearsalConfig withMaxModelLength(int tokens) {
        return with(port, model, tokens, personality);
    }

    public RehearsalConfig withPersonality(Personality other) {
        return with(port, model, maxModelLength, other);
    }

    public RehearsalConfig withScript(ContentScript other) {
        return new RehearsalConfig(
                port, model, maxModelLength, personality, other, apiKey, engine, latency, overload, faults, wire);
    }

    public RehearsalConfig withApiKey(String key) {
        return new RehearsalConfig(
                port, model, maxModelLength, personality, script, key, engine, latency, overload, faults, wire);
    }

    public RehearsalConfig withEngine(EngineConfig sizes) {
        return with(sizes, latency, overload);
    }

    public RehearsalConfig withLatency(Latency pace) {
        return with(engine, pace, overload);
    }

    public RehearsalConfig withOverload(Overload rule) {
        return with(engine, latency, rule);
    }

    public RehearsalConfig withFaults(List<Fault> all) {
        return new RehearsalConfig(
                port, model, maxModelLength, personality, script, apiKey, engine, latency, overload, all, wire);
    }

    /** The same with these faults and no others. */
    public RehearsalConfig withFaults(Fault... all) {
        return withFaults(List.of(all));
    }

    public RehearsalConfig withWire(WireOptions options) {
        return new RehearsalConfig(
                port, model, maxModelLength, personality, script, apiKey, engine, latency, overload, faults, options);
    }

    private RehearsalConfig with(int number, String name, int length, Personality other) {
        return new RehearsalConfig(
                number, name, length, other, script, apiKey, engine, latency, overload, faults, wire);
    }

    private RehearsalConfig with(EngineConfig sizes, Latency pace, Overload rule) {
        return new RehearsalConfig(
                port, model, maxModelLength, personality, script, apiKey, sizes, pace, rule, faults, wire);
    }

    /** What is special about it: every setting that is not the usual one, in few words. */
    public List<String> special() {
        return Specials.of(this);
    }

    /** As vLLM at its start: one sequence of full length must fit into the KV cache. */
    RehearsalConfig requireFits() {
        if (engine.kvTokens() < maxModelLength) {
            throw new IllegalArgumentException("kvBlocks is " + engine.kvBlocks() + ", which holds " + engine.kvTokens()
                    + " tokens, but maxModelLength is " + maxModelLength + "; raise kvBlocks or lower maxModelLength");
        }
        return this;
    }
}
