package dev.grip.llm.embeddings;

import dev.grip.llm.EmbeddingModel;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * bge-small-en-v1.5, quantised, run inside this process from class path resources: no server, no download. It loads on
 * first use. Thread-safe.
 */
public final class OnnxEmbeddingModel implements EmbeddingModel {

    public static final String NAME = "bge-small-en-v1.5";
    private static final int DIMENSIONS = 384;

    private @Nullable BgeSmallEnV15QuantizedEmbeddingModel loaded;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        int blank = texts.stream().map(String::isBlank).toList().indexOf(true);
        if (blank >= 0) {
            throw new IllegalArgumentException("Text " + blank + " of " + texts.size() + " is blank; nothing to embed");
        }
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        return model().embedAll(segments).content().stream()
                .map(Embedding::vector)
                .toList();
    }

    private synchronized BgeSmallEnV15QuantizedEmbeddingModel model() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private static BgeSmallEnV15QuantizedEmbeddingModel load() {
        try {
            NativeTokenizer.prepare();
            return new BgeSmallEnV15QuantizedEmbeddingModel(threads());
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalStateException(
                    "The embedding model " + NAME + " cannot run in process on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + " (" + rootMessage(e)
                            + "); set models.embedding to an OpenAI-compatible server",
                    e);
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    private static ExecutorService threads() {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, "grip-embedding");
            thread.setDaemon(true);
            return thread;
        });
    }
}
