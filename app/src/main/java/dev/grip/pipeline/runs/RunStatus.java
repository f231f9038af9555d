package dev.grip.pipeline.runs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run as it stands: how many combinations it has (while that is not known, how many were planned) and how many became problems,
 * passed the judges, were solved and were accepted. Counts are of what is stored and never go back. {@code rehearsal} is true when
 * simulated models answered; {@code failed} counts combinations that gave nothing usable; {@code notice} says what a person should
 * know about a run that went on; {@code owner} is the process that carries it out.
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
        @Nullable String error,
        @Nullable String notice,
        @Nullable String owner) {}
