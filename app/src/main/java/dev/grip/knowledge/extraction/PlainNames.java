package dev.grip.knowledge.extraction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names without marks: in a row after "Knowledge points:", or one a line below it. */
final class PlainNames {

    private static final Pattern HEADING = Pattern.compile(
            "(?i)[\\s*_#>]{0,8}(?:[\\w ,']{0,60} )?(?:knowledge points?|key points?|concepts?|topics?|skills?)[\\w"
                    + " ]{0,40}[*_]{0,3}[:：][*_]{0,3}|[\\s*_#>]{0,8}知识点[:：]");
    private static final Pattern SEMICOLONS = Pattern.compile("[;；]");
    private static final Pattern COMMAS = Pattern.compile("[,，、]");
    private static final Pattern AND = Pattern.compile("^\\s{0,4}(?:and|以及|和)\\s{1,4}");
    private static final Pattern SENTENCE = Pattern.compile("(?i).*[.!?:：。！？,]$|^(?:I|I'm|I’m|Sorry|We|You|Here)\\b.*");
    private static final int LONGEST_NAME = 80;

    private PlainNames() {}

    static List<String> items(List<String> lines) {
        List<String> row = lines.stream().flatMap(PlainNames::row).toList();
        return row.isEmpty() ? oneALine(lines) : row;
    }

    private static Stream<String> row(String line) {
        Matcher heading = HEADING.matcher(line);
        String rest = heading.lookingAt() ? line.substring(heading.end()).strip() : "";
        if (rest.isEmpty()) {
            return Stream.empty();
        }
        Pattern between = SEMICOLONS.matcher(rest).find() ? SEMICOLONS : COMMAS;
        List<String> names = between.splitAsStream(rest)
                .map(name -> AND.matcher(name).replaceFirst("").strip())
                .toList();
        return names.stream().allMatch(name -> name.length() <= LONGEST_NAME) ? names.stream() : Stream.empty();
    }

    /** Only below a heading or in a code block, where no line is a sentence. */
    private static List<String> oneALine(List<String> lines) {
        List<String> told = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> names = told.stream().filter(line -> !framing(line)).toList();
        boolean list = told.size() > names.size() && names.stream().allMatch(PlainNames::name);
        return list ? names : List.of();
    }

    private static boolean framing(String line) {
        return line.startsWith("```") || HEADING.matcher(line).matches();
    }

    private static boolean name(String line) {
        return line.length() <= LONGEST_NAME && !SENTENCE.matcher(line).matches();
    }
}
