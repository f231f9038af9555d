package dev.grip.pipeline;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.grip.llm.fleet.Endpoint;
import dev.grip.llm.fleet.ModelSettings;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Whether this process may open a file for every call that may be out at once, each of which has a connection of its own, and as
 * many again for the database and everything else.
 */
final class OpenFiles {

    private static final String SUBJECT = "Open files";
    private static final int SPARE = 2;

    private record Server(URI url, String model) {}

    private OpenFiles() {}

    /** Empty on systems that have no such limit, and without servers. */
    static Optional<Check> check(ModelSettings models) {
        OptionalLong allowed = allowed();
        return allowed.isEmpty() || models.endpoints().isEmpty()
                ? Optional.empty()
                : Optional.of(check(allowed.getAsLong(), models.endpoints()));
    }

    private static OptionalLong allowed() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? OptionalLong.of(unix.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }

    /** A limit that only the defaults exceed, which are never reached on most servers, is no failure. */
    static Check check(long allowed, List<Endpoint> endpoints) {
        long calls = calls(endpoints, endpoint -> true);
        long chosen = calls(endpoints, endpoint -> endpoint.maxConcurrent() != Endpoint.DEFAULT_MAX_CONCURRENT);
        String found = String.format(Locale.ROOT, "%,d allowed, for up to %,d calls at once", allowed, calls);
        if (allowed >= SPARE * calls) {
            return new Check(SUBJECT, true, found, "");
        }
        String advice = "start it after 'ulimit -n " + SPARE * calls + "', or set max-concurrent of the models lower";
        return new Check(SUBJECT, allowed >= SPARE * chosen, found, advice);
    }

    private static long calls(List<Endpoint> endpoints, Predicate<Endpoint> counted) {
        Map<Server, Integer> most = new HashMap<>();
        endpoints.stream().filter(counted).forEach(endpoint -> endpoint.urls()
                .forEach(url -> most.merge(new Server(url, endpoint.model()), endpoint.maxConcurrent(), Math::max)));
        return most.values().stream().mapToLong(Integer::longValue).sum();
    }
}
