package dev.grip.cli;

import dev.grip.combinations.CensusRow;
import dev.grip.combinations.CombinationSpec;
import dev.grip.knowledge.ExtractionReport;
import dev.grip.knowledge.KprgReport;
import dev.grip.pipeline.Grip;
import dev.grip.seeds.ImportReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "build",
        description = "From files of solved problems to the KPRG: import, extract, graph build and census in one go.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  grip build train.jsonl",
            "",
            "Broken off, the same command goes on where it was: what models said is kept."
        })
final class BuildCommand implements Callable<Integer> {

    private static final long MEBIBYTE = 1 << 20;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSONL files; - reads the standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<String> files;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    /** What was done; {@code peakHeap} is the heap at its peak in bytes, garbage included. */
    record Built(
            List<ImportReport> imports,
            ExtractionReport extraction,
            KprgReport kprg,
            List<CensusRow> census,
            double seconds,
            long peakHeap) {}

    @Override
    public Integer call() throws IOException {
        SeedFiles.require(files);
        try (var session = common.open()) {
            Built built = build(session.grip());
            if (common.json()) {
                common.terminal().json(built);
            } else {
                show(session.grip(), built);
            }
            return built.kprg().nodes() > 0 ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private Built build(Grip grip) throws IOException {
        long start = System.nanoTime();
        List<ImportReport> imports = new ArrayList<>();
        for (var file : files) {
            imports.add(SeedFiles.read(grip, file, common.terminal(), true));
        }
        ExtractionReport extraction = grip.extract(common.progress());
        KprgReport kprg = grip.buildGraph();
        List<CensusRow> census = grip.census(CombinationSpec.of(List.of(), null, null));
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        return new Built(imports, extraction, kprg, census, seconds, peakHeap());
    }

    private void show(Grip grip, Built built) {
        var terminal = common.terminal();
        ImportLines.show(terminal, built.imports());
        ExtractionTable.lines(terminal, grip, built.extraction()).forEach(terminal::print);
        GraphTable.kprg(terminal, built.kprg(), grip.rehearsal()).forEach(terminal::print);
        GraphTable.census(terminal, built.census(), grip.rehearsal()).forEach(terminal::print);
        terminal.print(Lines.row("took", Lines.count(Math.round(built.seconds())) + " s"));
        terminal.print(Lines.row("heap at its peak", Lines.count(built.peakHeap() / MEBIBYTE) + " MiB"));
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
