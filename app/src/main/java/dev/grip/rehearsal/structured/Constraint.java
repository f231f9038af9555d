package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The form an answer must have. */
public sealed interface Constraint {

    /** No constraint at all. */
    static Constraint none() {
        return new Free();
    }

    /**
     * The constraint of a chat request, from {@code response_format} and {@code structured_outputs}; {@code guided_*} are
     * ignored as vLLM ignores them. Throws {@link ConstraintException} for one that is malformed or not supported.
     */
    static Constraint of(JsonNode request) {
        return ConstraintReader.read(request);
    }

    /** The same in this form: its value where one fits, else a value that the chance draws. */
    String answer(FreeAnswer said, Chance chance);

    /** Whether every text will do. */
    default boolean free() {
        return false;
    }

    /** Whether answers are JSON. */
    default boolean json() {
        return false;
    }

    /** Any text. */
    record Free() implements Constraint {

        @Override
        public String answer(FreeAnswer said, Chance chance) {
            return said.text();
        }

        @Override
        public boolean free() {
            return true;
        }
    }

    /** Exactly one of these texts. */
    record OneOf(List<String> choices) implements Constraint {

        public OneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public String answer(FreeAnswer said, Chance chance) {
            return Closest.of(said, choices).orElseGet(() -> chance.pick(choices));
        }
    }

    /** A text that a regular expression matches as a whole. */
    record Matching(Regex regex) implements Constraint {

        @Override
        public String answer(FreeAnswer said, Chance chance) {
            return new RegexWriter(regex, chance).write(said);
        }
    }

    /** A JSON object of any kind. */
    record AnyObject() implements Constraint {

        @Override
        public String answer(FreeAnswer said, Chance chance) {
            return said.toJson().toString();
        }

        @Override
        public boolean json() {
            return true;
        }
    }

    /** JSON of this schema. */
    record Json(Schema schema) implements Constraint {

        @Override
        public String answer(FreeAnswer said, Chance chance) {
            return new SchemaWriter(chance).write(schema, said).toString();
        }

        @Override
        public boolean json() {
            return true;
        }
    }
}
