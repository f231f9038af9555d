package dev.grip.web;

import dev.grip.pipeline.Grip;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Map;

/** The part of {@code /health} that says whether Neo4j answers. */
@Singleton
@Requires(beans = Grip.class)
final class DatabaseHealth extends AbstractHealthIndicator<Map<String, String>> {

    private final Grip grip;

    DatabaseHealth(Grip grip) {
        this.grip = grip;
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        healthStatus = grip.databaseAnswers() ? HealthStatus.UP : HealthStatus.DOWN;
        return Map.of("uri", grip.places().bolt().toString());
    }

    @Override
    protected String getName() {
        return "neo4j";
    }
}
