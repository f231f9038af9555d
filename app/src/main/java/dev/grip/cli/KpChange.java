package dev.grip.cli;

import dev.grip.knowledge.curation.Curated;
import dev.grip.knowledge.curation.Curator;
import dev.grip.knowledge.curation.Note;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A change of knowledge points by hand; it ends in a record of what was done. */
abstract class KpChange implements Callable<Integer> {

    private static final String KP = "A knowledge point's id or name.";

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    Reasoned reasoned;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    Common common;

    abstract Function<Curator, Curated> change(Note note);

    @Override
    public Integer call() {
        var terminal = common.terminal();
        var change = change(reasoned.note());
        try (var session = common.open()) {
            var curated = session.grip().knowledge().curate(change);
            if (common.json()) {
                terminal.json(curated);
            } else {
                CurationLines.of(curated).forEach(terminal::print);
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "merge", description = "Makes one knowledge point part of another.", sortOptions = false)
    static final class Merge extends KpChange {

        @Parameters(index = "0", paramLabel = "KP", description = KP)
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String from;

        @Parameters(index = "1", paramLabel = "INTO", description = "The one that stays.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String into;

        @Override
        Function<Curator, Curated> change(Note note) {
            return curator -> curator.merge(from, into, note);
        }
    }

    @Command(
            name = "split",
            description = "Moves some mentions of a knowledge point to another or to a new one.",
            sortOptions = false)
    static final class Split extends KpChange {

        @Parameters(paramLabel = "KP", description = KP)
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String from;

        @Option(
                names = "--mention",
                paramLabel = "TEXT",
                required = true,
                description = "A mention that leaves, by text or key; may be repeated.")
        private List<String> mentions = List.of();

        @Option(
                names = "--into",
                paramLabel = "KP",
                description =
                        "Where they go; a new one is made unless it is there (default: the first mention's text).")
        private @Nullable String into;

        @Override
        Function<Curator, Curated> change(Note note) {
            return curator -> curator.split(from, mentions, into == null ? mentions.get(0) : into, note);
        }
    }

    @Command(name = "rename", description = "Gives a knowledge point another name.", sortOptions = false)
    static final class Rename extends KpChange {

        @Parameters(index = "0", paramLabel = "KP", description = KP)
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String knowledgePoint;

        @Parameters(index = "1", paramLabel = "NAME", description = "Its new name.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Override
        Function<Curator, Curated> change(Note note) {
            return curator -> curator.rename(knowledgePoint, name, note);
        }
    }

    @Command(
            name = "ban",
            description = "Takes a knowledge point out of the graph and lists the problems made from it.",
            sortOptions = false)
    static final class Ban extends KpChange {

        @Parameters(paramLabel = "KP", description = KP)
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String knowledgePoint;

        @Override
        Function<Curator, Curated> change(Note note) {
            Usage.require(!note.reason().isEmpty(), "A ban needs a reason: add --reason TEXT");
            return curator -> curator.ban(knowledgePoint, note);
        }
    }

    @Command(name = "unban", description = "Brings a banned knowledge point back.", sortOptions = false)
    static final class Unban extends KpChange {

        @Parameters(paramLabel = "KP", description = KP)
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String knowledgePoint;

        @Override
        Function<Curator, Curated> change(Note note) {
            return curator -> curator.unban(knowledgePoint, note);
        }
    }

    @Command(name = "undo", description = "Takes a change back: the last one, or the one named.", sortOptions = false)
    static final class Undo extends KpChange {

        @Parameters(paramLabel = "ID", arity = "0..1", description = "A change's id ('grip kp history' lists them).")
        private @Nullable String id;

        @Override
        Function<Curator, Curated> change(Note note) {
            return curator -> curator.undo(id, note.by());
        }
    }
}
