package dev.grip.rehearsal.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Says again what was recorded for the same messages, else what another script says. A recording is one JSON object a line:
 * {@code answer}, and {@code messages} (each with {@code role} and {@code content}) or their {@link #hash}. Of several
 * answers to the same messages the seed and the choice take one after the other. Immutable.
 */
public final class ReplayScript implements ContentScript {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, List<String>> answers;
    private final ContentScript otherwise;

    private ReplayScript(Map<String, List<String>> answers, ContentScript otherwise) {
        this.answers = answers;
        this.otherwise = otherwise;
    }

    /**
     * Reads a recording; empty lines are skipped.
     *
     * @throws IllegalArgumentException for a line that is no recorded answer, with its number
     */
    public static ReplayScript read(InputStream recording, ContentScript otherwise) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(recording, StandardCharsets.UTF_8));
        Map<String, List<String>> answers = new HashMap<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                add(line, number, answers);
            }
        }
        return new ReplayScript(answers, otherwise);
    }

    /** How messages are told apart: the SHA-256 of all roles and contents, in hexadecimal digits. */
    public static String hash(List<Conversation.Turn> turns) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Conversation.Turn turn : turns) {
                String message = turn.role() + '\u0000' + turn.content() + '\u0001';
                digest.update(message.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String answer(Conversation conversation) {
        List<String> recorded = answers.get(hash(conversation.turns()));
        if (recorded == null) {
            return otherwise.answer(conversation);
        }
        long turn = conversation.manner().seed() + conversation.manner().index();
        return recorded.get((int) Math.floorMod(turn, (long) recorded.size()));
    }

    private static void add(String line, int number, Map<String, List<String>> answers) {
        JsonNode recorded = json(line, number);
        String hash = recorded.has("messages")
                ? hash(turns(recorded.path("messages"), number))
                : text(recorded, "hash", number);
        answers.computeIfAbsent(hash, one -> new ArrayList<>()).add(text(recorded, "answer", number));
    }

    private static List<Conversation.Turn> turns(JsonNode messages, int number) {
        List<Conversation.Turn> turns = new ArrayList<>();
        for (JsonNode message : messages) {
            turns.add(new Conversation.Turn(text(message, "role", number), text(message, "content", number)));
        }
        return turns;
    }

    private static JsonNode json(String line, int number) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Line " + number + " of the recording is not JSON: give one object a line", e);
        }
    }

    private static String text(JsonNode object, String field, int number) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("Line " + number + " of the recording has no text " + field
                    + "; it needs answer, and messages with role and content or their hash");
        }
        return value.asText();
    }
}
