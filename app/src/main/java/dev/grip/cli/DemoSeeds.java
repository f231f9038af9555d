package dev.grip.cli;

import dev.grip.pipeline.Grip;
import java.io.IOException;

/** The problems that come with the program. */
final class DemoSeeds {

    private DemoSeeds() {}

    /** The labelled ones go in without their labels, because the demo shows how knowledge points are found. */
    static void importAll(Grip grip, Common common) throws IOException {
        importOne(grip, common, "seed_gsm8k_200.jsonl");
        importOne(grip, common, "labelled_gsm8k_100.jsonl");
    }

    private static void importOne(Grip grip, Common common, String name) throws IOException {
        try (var lines = DemoSeeds.class.getResourceAsStream("/demo/" + name)) {
            if (lines == null) {
                throw new IllegalStateException("/demo/" + name + " is not on the class path: build the program again");
            }
            var report = grip.importSeeds(lines, name, false);
            common.note(Lines.stage(common.terminal(), "Importing " + name, ImportLines.summary(report)));
        }
    }
}
