package dev.grip.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run as it stands: how many combinations it has and how many became problems, passed the judges, were solved and were
 * accepted. {@code rehearsal} is true when simulated models answered; {@code failed} counts combinations parked after errors.
 */
public record RunStatus(
        String id,
        RunState state,
        boolean rehearsal,
        String profile,
        long combinations,
        long done,
        long problems,
        long problemsPassed,
        long solutions,
        long accepted,
        long failed,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String error) {

    RunStatus withDone(long worked) {
        return new RunStatus(
                id,
                state,
                rehearsal,
                profile,
                combinations,
                worked,
                problems,
                problemsPassed,
                solutions,
                accepted,
                failed,
                createdAt,
                endedAt,
                error);
    }
}
