package dev.grip.rehearsal.structured;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers between two edges; without one where it is null. */
record NumberRange(@Nullable Edge low, @Nullable Edge high) {

    static final NumberRange ALL = new NumberRange(null, null);

    private static final int CHOICES = 1000;

    /** Where a range ends; an open edge is not part of it. */
    record Edge(BigDecimal at, boolean open) {}

    /** The numbers of a scale that lie in the range, as multiples of 10 to the minus scale. */
    private record Grid(BigInteger first, BigInteger last, int scale) {

        BigDecimal number(BigInteger multiple) {
            return new BigDecimal(multiple.max(first).min(last), scale);
        }

        BigInteger size() {
            return last.subtract(first).add(BigInteger.ONE);
        }
    }

    boolean accepts(BigDecimal number) {
        return (low == null || inside(number.compareTo(low.at()), low))
                && (high == null || inside(high.at().compareTo(number), high));
    }

    private static boolean inside(int distance, Edge edge) {
        return edge.open() ? distance > 0 : distance >= 0;
    }

    /** Low and high apart; empty if an edge is missing or they are equal. */
    Optional<BigDecimal> length() {
        return low == null || high == null
                ? Optional.empty()
                : Optional.of(high.at().subtract(low.at())).filter(length -> length.signum() > 0);
    }

    /** The number with this many decimals, if the range has one, that is nearest to a number. */
    Optional<BigDecimal> nearest(BigDecimal number, int scale) {
        return grid(scale)
                .map(grid -> grid.number(number.movePointRight(scale)
                        .setScale(0, RoundingMode.HALF_UP)
                        .toBigInteger()));
    }

    /** Any number with this many decimals, if the range has one. */
    Optional<BigDecimal> any(int scale, Chance chance) {
        BigInteger steps = BigInteger.valueOf(CHOICES);
        return grid(scale).map(grid -> {
            BigInteger size = grid.size();
            BigInteger offset = size.compareTo(steps) <= 0
                    ? BigInteger.valueOf(chance.below(size.intValue()))
                    : size.multiply(BigInteger.valueOf(chance.below(CHOICES))).divide(steps);
            return grid.number(grid.first().add(offset));
        });
    }

    /** The fewest decimals, at least this many and at most {@code most}, with which the range has a number; else -1. */
    int decimals(int least, int most) {
        for (int scale = least; scale <= most; scale++) {
            if (grid(scale).isPresent()) {
                return scale;
            }
        }
        return -1;
    }

    private Optional<Grid> grid(int scale) {
        BigInteger from = low == null ? null : multiple(low, scale, RoundingMode.CEILING);
        BigInteger to = high == null ? null : multiple(high, scale, RoundingMode.FLOOR);
        BigInteger length = BigInteger.TEN.pow(scale).multiply(BigInteger.valueOf(CHOICES));
        BigInteger first = from != null ? from : to != null ? to.subtract(length) : BigInteger.ZERO;
        BigInteger last = to != null ? to : first.add(length);
        return first.compareTo(last) <= 0 ? Optional.of(new Grid(first, last, scale)) : Optional.empty();
    }

    private static BigInteger multiple(Edge edge, int scale, RoundingMode inwards) {
        BigDecimal exact = edge.at().movePointRight(scale);
        BigInteger rounded = exact.setScale(0, inwards).toBigInteger();
        boolean excluded = edge.open() && exact.compareTo(new BigDecimal(rounded)) == 0;
        int direction = inwards == RoundingMode.CEILING ? 1 : -1;
        return excluded ? rounded.add(BigInteger.valueOf(direction)) : rounded;
    }
}
