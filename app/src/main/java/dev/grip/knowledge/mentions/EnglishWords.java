package dev.grip.knowledge.mentions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One form for the singular and plural, the British and American spelling and the possessive of an English word, by safe rules
 * and the list {@code /knowledge/words.txt}. Words are lower-case; one that no rule knows stays as it is.
 */
final class EnglishWords {

    private static final String PATH = "/knowledge/words.txt";
    private static final Pattern BLANK = Pattern.compile(" +");
    private static final List<String> ISE = List.of("ise", "ised", "iser", "ising", "isation", "isational", "isable");
    private static final List<String> DOUBLED = List.of("led", "ling", "ler");
    private static final int SHORTEST_PLURAL = 4;

    private final Set<String> stays = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Map<String, String> usual = new HashMap<>();
    private final Set<String> ourStems = new HashSet<>();

    private EnglishWords(List<String> lines) {
        lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::learn);
    }

    static EnglishWords load() {
        try (InputStream in = EnglishWords.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("No " + PATH + " on the class path");
            }
            return new EnglishWords(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + PATH, e);
        }
    }

    private void learn(String line) {
        int colon = line.indexOf(':');
        String kind = line.substring(0, colon);
        BLANK.splitAsStream(line.substring(colon + 1).strip()).forEach(word -> learn(kind, word));
    }

    private void learn(String kind, String word) {
        switch (kind) {
            case "stays" -> stays.add(word);
            case "joins" -> prefixes.add(word);
            case "plural" -> usual.put(word, word.substring(0, word.length() - 1));
            case "-ize" -> ISE.forEach(end -> usual.put(word + end, word + "iz" + end.substring(2)));
            case "-l" -> DOUBLED.forEach(end -> usual.put(word + end, word + end.substring(1)));
            case "-or" -> ourStems.add(word + "our");
            default -> usual.put(word, kind);
        }
    }

    /** Whether this may be written apart from the word it belongs to, as in "non linear". */
    boolean prefix(String word) {
        return prefixes.contains(word);
    }

    /** The form that stands for all spellings of a word. */
    String form(String word) {
        String own = withoutPossessive(word);
        String known = usual.get(own);
        return american(known != null ? known : singular(own));
    }

    private static String withoutPossessive(String word) {
        if (word.endsWith("'s")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("'") ? word.substring(0, word.length() - 1) : word;
    }

    private String singular(String word) {
        boolean plural = word.length() >= SHORTEST_PLURAL && word.endsWith("s") && !stays.contains(word);
        if (!plural || ends(word, "ss", "us", "is", "ics")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        int cut = ends(word, "ches", "shes", "xes", "sses", "zzes") ? 2 : 1;
        return word.substring(0, word.length() - cut);
    }

    private static boolean ends(String word, String... ends) {
        for (String end : ends) {
            if (word.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private String american(String word) {
        String known = usual.getOrDefault(word, word);
        if (ends(known, "metre", "litre", "centre")) {
            return known.substring(0, known.length() - 2) + "er";
        }
        int our = known.indexOf("our");
        if (our > 0 && ourStems.contains(known.substring(0, our + 3))) {
            return known.substring(0, our) + "or" + known.substring(our + 3);
        }
        return known;
    }
}
