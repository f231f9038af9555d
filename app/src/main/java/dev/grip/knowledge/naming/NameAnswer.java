package dev.grip.knowledge.naming;

import dev.grip.llm.Answer;
import dev.grip.llm.verdicts.AnswerText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the name in a model's answer: the last line {@code Name: ...}, without quotes, markup and a final full stop. */
final class NameAnswer {

    static final int LONGEST = 120;

    /** Bounded repetitions: any text is read in linear time. */
    private static final Pattern LINE =
            Pattern.compile("(?im)^[^\\w\\n]{0,16}name[ \\t*_`]{0,6}[:=][ \\t*_`]{0,6}(\\S[^\\n]{0,499})$");

    private static final String WRAPPING = "\"'“”‘’«»<>[]()";
    private static final Pattern MARKUP = Pattern.compile("^[*_`\\s]{1,20}|[*_`.\\s]{1,20}$");

    private NameAnswer() {}

    /** Nothing when there is no such line, or it is too long or holds no letter. */
    static Optional<String> read(Answer answer) {
        if (!answer.complete()) {
            return Optional.empty();
        }
        Matcher lines = LINE.matcher(AnswerText.lastLines(answer.text()));
        String name = "";
        while (lines.find()) {
            name = bare(lines.group(1));
        }
        return name.length() <= LONGEST && name.codePoints().anyMatch(Character::isLetter)
                ? Optional.of(name)
                : Optional.empty();
    }

    private static String bare(String said) {
        String name = said.replaceAll("\\p{Cntrl}", " ").strip();
        String before;
        do {
            before = name;
            name = unwrapped(MARKUP.matcher(name).replaceAll(""));
        } while (!name.equals(before));
        return name.replaceAll("\\s+", " ");
    }

    /** Brackets are part of a name unless they go all around it. */
    private static String unwrapped(String name) {
        boolean wrapped = name.length() > 1
                && WRAPPING.indexOf(name.charAt(0)) >= 0
                && WRAPPING.indexOf(name.charAt(name.length() - 1)) >= 0;
        return wrapped ? name.substring(1, name.length() - 1).strip() : name;
    }
}
