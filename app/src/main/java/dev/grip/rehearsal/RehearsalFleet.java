package dev.grip.rehearsal;

import dev.grip.rehearsal.content.Background;
import dev.grip.rehearsal.content.Brain;
import dev.grip.rehearsal.content.LatentQuality;
import dev.grip.rehearsal.content.Personality;
import io.netty.channel.EventLoopGroup;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulated server for every model of the published method, each on its own port, and which model plays which role. */
public final class RehearsalFleet implements AutoCloseable {

    private static final String PREFIX = "rehearsal/";
    private static final String GENERATOR = PREFIX + "Qwen2.5-32B-Instruct";
    private static final String RATER = PREFIX + "Qwen2.5-7B-Instruct";
    private static final String SMALL_SOLVER = PREFIX + "Qwen2.5-Math-7B-Instruct";
    private static final String LARGE_SOLVER = PREFIX + "Qwen2.5-Math-72B-Instruct";
    private static final String REASONING_JUDGE = PREFIX + "DeepSeek-R1-Distill-Qwen-7B";
    private static final String TRAINED_JUDGE = PREFIX + "deepseek-math-7b-rl";

    private final EventLoopGroup loops;
    private final List<RehearsalServer> servers = new ArrayList<>();

    private RehearsalFleet(EventLoopGroup loops) {
        this.loops = loops;
    }

    /** Where a role is played: the server and the name to ask it for, which always starts with {@code rehearsal/}. */
    public record Seat(URI url, String model) {}

    /** Starts these servers, which share their event loops. */
    public static RehearsalFleet start(List<RehearsalConfig> configs) {
        RehearsalFleet fleet = new RehearsalFleet(RehearsalServer.newLoops());
        try {
            configs.forEach(config -> fleet.servers.add(RehearsalServer.start(config, fleet.loops)));
            return fleet;
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    /** A server for every model of the published method; {@code templates} are the user templates of prompts by name. */
    public static List<RehearsalConfig> usual(Map<String, String> templates, Background background) {
        Brain brain = Brain.of(templates, background, LatentQuality.PUBLISHED);
        List<RehearsalConfig> configs = new ArrayList<>();
        personalities().forEach((model, personality) -> configs.add(RehearsalConfig.of(model, personality, brain)));
        return configs;
    }

    /** Role to seat: extractor, filter, generator, rater, solver-small, solver-large, judge-1, judge-2, judge-3. */
    public Map<String, Seat> seats() {
        Map<String, Seat> seats = new LinkedHashMap<>();
        roles().forEach((role, model) -> servers.stream()
                .filter(server -> server.model().equals(model))
                .findFirst()
                .ifPresent(server -> seats.put(role, new Seat(server.url(), model))));
        return seats;
    }

    /** The servers, in the order in which they were given. */
    public List<RehearsalServer> servers() {
        return List.copyOf(servers);
    }

    @Override
    public void close() {
        servers.forEach(RehearsalServer::close);
        RehearsalServer.end(loops);
    }

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("extractor", GENERATOR);
        roles.put("filter", GENERATOR);
        roles.put("generator", GENERATOR);
        roles.put("rater", RATER);
        roles.put("solver-small", SMALL_SOLVER);
        roles.put("solver-large", LARGE_SOLVER);
        roles.put("judge-1", REASONING_JUDGE);
        roles.put("judge-2", SMALL_SOLVER);
        roles.put("judge-3", TRAINED_JUDGE);
        return roles;
    }

    private static Map<String, Personality> personalities() {
        Map<String, Personality> personalities = new LinkedHashMap<>();
        personalities.put(GENERATOR, new Personality(0, 0.02, 0.06, 0.01));
        personalities.put(RATER, new Personality(0, 0.03, 0.15, 0.02));
        personalities.put(SMALL_SOLVER, new Personality(0.01, 0.06, 0.12, 0.01).withDisagreementRate(0.08));
        personalities.put(LARGE_SOLVER, new Personality(0, 0.02, 0.04, 0.005));
        personalities.put(REASONING_JUDGE, new Personality(-0.01, 0.06, 0.10, 0.015).withDisagreementRate(0.08));
        personalities.put(TRAINED_JUDGE, new Personality(0, 0.09, 0.12, 0.02).withDisagreementRate(0.12));
        return personalities;
    }
}
