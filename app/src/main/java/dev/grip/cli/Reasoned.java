package dev.grip.cli;

import dev.grip.knowledge.curation.Note;
import picocli.CommandLine.Option;

/** The options of a change by hand: who and why. */
final class Reasoned {

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is kept with the change.")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who (default: the name of the system's user).")
    private String by = System.getProperty("user.name", "");

    Note note() {
        return new Note(by, reason);
    }

    String by() {
        return new Note(by, "").by();
    }
}
