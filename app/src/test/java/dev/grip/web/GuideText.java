package dev.grip.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A guide as Neo4j Browser 5.24 reads it. */
record GuideText(String html) {

    private static final Pattern RUNNABLE = Pattern.compile("(?s)<pre class=\"code runnable\">(.*?)</pre>");
    private static final Pattern HOST = Pattern.compile("(?:https?:)?//[\\w.:-]+");

    /** What Browser removes: whatever looks like an event's attribute, even in a query. */
    private static final Pattern TAKEN_OUT =
            Pattern.compile("(?i)\\s+on[^\\s=]+\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[\\w\\-.:]+\\s*)");

    int slides() {
        return html.split("<slide>", -1).length - 1;
    }

    List<String> runnable() {
        return RUNNABLE.matcher(html)
                .results()
                .map(found -> unescaped(found.group(1)))
                .toList();
    }

    List<String> takenOut() {
        return TAKEN_OUT.matcher(html).results().map(MatchResult::group).toList();
    }

    /** Every address outside the queries, without its path. */
    List<String> hosts() {
        return HOST.matcher(RUNNABLE.matcher(html).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
