package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.graph.Neo4jExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class WholePathTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    Path data;

    @Test
    void demoSeedsBecomeADataset() throws Exception {
        NEO4J.wipe();
        try (Grip grip = TestGrip.open(NEO4J, data, Map.of())) {
            long t = System.currentTimeMillis();
            TestGrip.importDemoSeeds(grip);
            System.out.println("import " + (System.currentTimeMillis() - t));
            System.out.println(grip.extract(Progress.NONE));
            System.out.println("extract " + (System.currentTimeMillis() - t));
            System.out.println(grip.buildGraph());
            System.out.println(grip.census(CombinationSpec.of(List.of(), null, null)));
            System.out.println("census " + (System.currentTimeMillis() - t));
            RunRequest request = RunRequest.of(CombinationSpec.of(List.of(), 120, 1L));
            RunStatus run = grip.await(grip.launch(request).id(), Progress.NONE);
            System.out.println(run);
            System.out.println("run " + (System.currentTimeMillis() - t));
            ExportReport report = grip.export(new ExportRequest(data.resolve("x"), null, List.of()));
            System.out.println(report);
            System.out.println(grip.funnel());
            System.out.println(java.nio.file.Files.readString(data.resolve("x/README.md")));
            System.out.println(
                    java.nio.file.Files.readAllLines(report.files().get(0)).get(0));
            assertThat(run.state()).isEqualTo(RunState.DONE);
        }
    }
}
