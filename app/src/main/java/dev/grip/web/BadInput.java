package dev.grip.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what is wrong with a request that could not be read: the field, its value and what works. */
final class BadInput {

    /** Where Jackson saw the start of something: it may not show the source, and says so at length. */
    private static final Pattern SOURCE = Pattern.compile(" \\(start marker at .*");

    private BadInput() {}

    static Optional<String> describe(Throwable failure) {
        JsonProcessingException deepest = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                deepest = json;
            }
        }
        if (deepest != null) {
            return Optional.of(json(deepest));
        }
        return failure instanceof ConversionErrorException conversion
                ? Optional.of(conversion(conversion))
                : Optional.empty();
    }

    private static String conversion(ConversionErrorException failure) {
        var argument = failure.getArgument();
        var expected = argument.getFirstTypeVariable()
                .filter(element -> element.getType().isEnum())
                .map(element -> expected(element.getType()) + ", or several of them separated by commas")
                .orElseGet(() -> expected(argument.getType()));
        return failure.getConversionError()
                .getOriginalValue()
                .map(value -> argument.getName() + " is '" + value + "'; it must be " + expected)
                .orElse(argument.getName() + " must be " + expected);
    }

    private static String json(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown);
        }
        if (!(failure instanceof JsonMappingException)) {
            var kind = failure instanceof InputCoercionException ? "The body cannot be read" : "The body is not JSON";
            return kind + where(failure) + ": "
                    + SOURCE.matcher(failure.getOriginalMessage()).replaceAll("");
        }
        if (failure instanceof InvalidFormatException invalid) {
            return path(invalid) + " is '" + invalid.getValue() + "'; it must be " + expected(invalid.getTargetType());
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return path(mismatch) + " must be " + expected(mismatch.getTargetType());
        }
        var cause = failure.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "The body cannot be read" + where(failure) + ": " + failure.getOriginalMessage();
    }

    private static String unknown(UnrecognizedPropertyException failure) {
        var known = failure.getKnownPropertyIds();
        var names = new TreeSet<String>();
        if (known != null) {
            known.forEach(id -> names.add(id.toString()));
        }
        return "Unknown field '" + failure.getPropertyName() + "'; known are " + String.join(", ", names);
    }

    private static String where(JsonProcessingException failure) {
        var at = failure.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String path(JsonMappingException failure) {
        List<Reference> references = failure.getPath();
        var path = new StringBuilder();
        for (var reference : references) {
            var field = reference.getFieldName();
            path.append(field == null ? "[" + reference.getIndex() + "]" : (path.isEmpty() ? "" : ".") + field);
        }
        return path.isEmpty() ? "The body" : path.toString();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(Object::toString)
                                    .toList());
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "a text" : "an object";
    }
}
