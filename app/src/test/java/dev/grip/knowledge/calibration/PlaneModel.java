package dev.grip.knowledge.calibration;

import dev.grip.llm.EmbeddingModel;
import java.util.List;

/** An embedding model of two dimensions whose names are angles in degrees, and which says some texts badly. */
final class PlaneModel implements EmbeddingModel {

    @Override
    public String name() {
        return "plane";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream()
                .filter(text -> !text.equals("missing"))
                .map(PlaneModel::vector)
                .toList();
    }

    private static float[] vector(String text) {
        return switch (text) {
            case "zero" -> new float[2];
            case "short" -> new float[] {1};
            case "infinite" -> new float[] {Float.POSITIVE_INFINITY, 0};
            default -> {
                double angle = Math.toRadians(Double.parseDouble(text));
                // Not of length one, as some servers' vectors are not.
                yield new float[] {(float) (3 * Math.cos(angle)), (float) (3 * Math.sin(angle))};
            }
        };
    }
}
