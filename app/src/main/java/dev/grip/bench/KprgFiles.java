package dev.grip.bench;

import dev.grip.embedded.BulkImport;
import dev.grip.graph.Key;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A synthetic KPRG as the CSV files that Neo4j's offline import reads; the same graph always gives the same bytes. */
final class KprgFiles {

    private final SyntheticKprg kprg;
    private final Path folder;

    KprgFiles(SyntheticKprg kprg, Path folder) {
        this.kprg = kprg;
        this.folder = folder;
    }

    /** Writes the files and names them to an import. */
    BulkImport addTo(BulkImport load) {
        String[] ids = ids();
        return load.nodes("KnowledgePoint", knowledgePoints(ids))
                .nodes("Seed", seeds())
                .relationships("REQUIRES", requirements())
                .relationships("CO_OCCURS", edges(ids));
    }

    /** Ids as real ones are, hashes: their order says nothing about topics. */
    private String[] ids() {
        var ids = new String[kprg.knowledgePoints()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Key.of("bench knowledge point", i);
        }
        return ids;
    }

    private Path knowledgePoints(String[] ids) {
        return write("knowledge-points.csv", ":ID(KnowledgePoint),id:string,name:string,status:string", out -> {
            for (int i = 0; i < ids.length; i++) {
                out.write(i + "," + ids[i] + ",Topic " + kprg.topic(i) + " point " + i + ",active\n");
            }
        });
    }

    private Path seeds() {
        return write("seeds.csv", ":ID(Seed),id:string", out -> {
            for (int seed = 0; seed < kprg.seeds(); seed++) {
                out.write(seed + "," + Key.of("bench seed", seed) + "\n");
            }
        });
    }

    private Path requirements() {
        return write("requires.csv", ":START_ID(Seed),:END_ID(KnowledgePoint)", out -> {
            for (int seed = 0; seed < kprg.seeds(); seed++) {
                for (int required : kprg.required(seed)) {
                    out.write(seed + "," + required + "\n");
                }
            }
        });
    }

    private Path edges(String[] ids) {
        return write("co-occurs.csv", ":START_ID(KnowledgePoint),:END_ID(KnowledgePoint),weight:long", out -> {
            for (int edge = 0; edge < kprg.edges(); edge++) {
                int a = kprg.smaller(edge);
                int b = kprg.larger(edge);
                boolean ordered = ids[a].compareTo(ids[b]) < 0;
                out.write((ordered ? a + "," + b : b + "," + a) + "," + kprg.weight(edge) + "\n");
            }
        });
    }

    private Path write(String name, String header, Lines lines) {
        Path file = folder.resolve(name);
        try (var out = Files.newBufferedWriter(file)) {
            out.write(header + "\n");
            lines.to(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private interface Lines {
        void to(BufferedWriter out) throws IOException;
    }
}
