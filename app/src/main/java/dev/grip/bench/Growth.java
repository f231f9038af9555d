package dev.grip.bench;

import java.util.List;

/** How a cost grows with a size: the exponent e of the best cost = c · size^e, by least squares on the logarithms. */
final class Growth {

    private Growth() {}

    /** What one scale cost. */
    record Point(double size, double cost) {}

    /** 1 is linear. Needs two points of different size; NaN otherwise. */
    static double exponent(List<Point> points) {
        double meanSize = points.stream()
                .mapToDouble(point -> Math.log(point.size))
                .average()
                .orElse(0);
        double meanCost = points.stream()
                .mapToDouble(point -> Math.log(point.cost))
                .average()
                .orElse(0);
        double together = 0;
        double spread = 0;
        for (Point point : points) {
            double distance = Math.log(point.size) - meanSize;
            together += distance * (Math.log(point.cost) - meanCost);
            spread += distance * distance;
        }
        return together / spread;
    }
}
