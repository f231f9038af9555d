package dev.grip.llm;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.value.PropertyResolver;
import jakarta.inject.Singleton;

/** Binds {@link ModelSettings} to the configuration below {@code models}. */
@Factory
final class ModelSettingsFactory {

    @Singleton
    ModelSettings modelSettings(PropertyResolver properties) {
        return ModelSettings.read(properties.getProperties("models"));
    }
}
