package dev.grip.rehearsal.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a word problem that needs given knowledge points: a block that starts, then blocks that go on with its result,
 * chosen for the knowledge points they cover. A share of them, which the caller sets, comes out with a quantity missing.
 */
final class StoryWriter {

    /** Slots of a fraction or ratio, where no word can stand for the number. */
    private static final Set<String> PARTS = Set.of("a", "b");

    private static final int LONGEST = 4;
    private static final double ONE_MORE_BLOCK = 0.25;

    private final StoryBook book;

    StoryWriter(StoryBook book) {
        this.book = book;
    }

    String write(List<String> knowledgePoints, double missingDataRate, Dice dice) {
        Cast cast = Cast.draw(book, dice.about("cast"));
        Draft draft = new Draft(points(knowledgePoints), dice);
        draft.build();
        boolean flawed = dice.about("flaw").chance(missingDataRate);
        return draft.text(cast, flawed ? draft.someNumber() : "");
    }

    private List<Point> points(List<String> names) {
        List<Point> points = new ArrayList<>();
        for (KnowledgePointWords words : KnowledgePointWords.all(names)) {
            Set<String> needing = new HashSet<>();
            book.blocks().stream().filter(block -> block.needs(words)).forEach(block -> needing.add(block.name()));
            points.add(new Point(needing));
        }
        return points;
    }

    /** A knowledge point that is still to be covered: the names of the blocks that need it. */
    private record Point(Set<String> needing) {

        boolean neededBy(StoryBlock block) {
            return needing.contains(block.name());
        }
    }

    /** Who and what a story is about. */
    private record Cast(String who, String friend, String other, String thing) {

        static Cast draw(StoryBook book, Dice dice) {
            List<String> people = new ArrayList<>(book.people());
            String who = people.remove(dice.below(people.size()));
            String friend = people.remove(dice.below(people.size()));
            return new Cast(who, friend, dice.pick(people), dice.pick(book.things()));
        }

        Optional<String> in(String slot) {
            return switch (slot) {
                case "who" -> Optional.of(who);
                case "friend" -> Optional.of(friend);
                case "other" -> Optional.of(other);
                case "thing" -> Optional.of(thing);
                default -> Optional.empty();
            };
        }
    }

    private record Chosen(StoryBlock block, Map<String, Long> numbers) {}

    private final class Draft {

        private final List<Chosen> chosen = new ArrayList<>();
        private final List<Point> open;
        private final Dice dice;
        private long result;

        Draft(List<Point> open, Dice dice) {
            this.open = open;
            this.dice = dice;
        }

        void build() {
            addBest(book.starts());
            boolean added = true;
            while (added && !open.isEmpty() && chosen.size() < LONGEST) {
                added = addBest(unused());
            }
            if (chosen.size() < LONGEST && dice.about("more").chance(ONE_MORE_BLOCK)) {
                addBest(unused());
            }
        }

        private List<StoryBlock> unused() {
            Set<String> used = new HashSet<>();
            chosen.forEach(one -> used.add(one.block().name()));
            return book.after(last()).stream()
                    .filter(block -> !used.contains(block.name()))
                    .toList();
        }

        private StoryBlock last() {
            return chosen.get(chosen.size() - 1).block();
        }

        /** Adds the block that covers most of what is open; equals are drawn, and blocks whose numbers fail are left. */
        private boolean addBest(List<StoryBlock> candidates) {
            List<StoryBlock> left = new ArrayList<>(candidates);
            while (!left.isEmpty()) {
                StoryBlock best = drawBest(left);
                Optional<Map<String, Long>> numbers = NumberDraw.draw(best, result, dice.about(best.name()));
                if (numbers.isPresent()) {
                    add(best, numbers.get());
                    return true;
                }
                left.remove(best);
            }
            return false;
        }

        private StoryBlock drawBest(List<StoryBlock> candidates) {
            long most = -1;
            List<StoryBlock> best = new ArrayList<>();
            for (StoryBlock block : candidates) {
                long promise = promise(block);
                if (promise > most) {
                    best.clear();
                    most = promise;
                }
                if (promise == most) {
                    best.add(block);
                }
            }
            return dice.about("choice " + chosen.size() + " of " + candidates.size())
                    .pick(best);
        }

        /** Points covered now count most; those that a next block could cover decide between equals. */
        private long promise(StoryBlock block) {
            List<Point> later =
                    open.stream().filter(point -> !point.neededBy(block)).toList();
            List<StoryBlock> next = later.isEmpty() ? List.of() : book.after(block);
            long reachable = later.stream()
                    .filter(point -> next.stream().anyMatch(point::neededBy))
                    .count();
            return 2L * (open.size() - later.size()) + reachable;
        }

        private void add(StoryBlock block, Map<String, Long> numbers) {
            chosen.add(new Chosen(block, numbers));
            List<Worksheet.Line> lines = Worksheet.solve(block, numbers, result);
            result = lines.get(lines.size() - 1).value();
            open.removeIf(point -> point.neededBy(block));
        }

        /** The block and slot, joined by a dot, of a number that a flawed problem leaves out; empty if there is none to leave out. */
        String someNumber() {
            List<String> slots = new ArrayList<>();
            for (Chosen one : chosen) {
                one.block().text().slots().stream()
                        .filter(slot -> one.block().numbers().containsKey(slot) && !PARTS.contains(slot))
                        .forEach(slot -> slots.add(one.block().name() + '.' + slot));
            }
            return slots.isEmpty() ? "" : dice.about("dropped").pick(slots);
        }

        String text(Cast cast, String dropped) {
            StringBuilder text = new StringBuilder();
            for (Chosen one : chosen) {
                text.append(one.block().text().write(slot -> word(one, slot, cast, dropped)))
                        .append(' ');
            }
            Chosen asked = chosen.get(chosen.size() - 1);
            return text.append(asked.block().question().write(slot -> word(asked, slot, cast, dropped)))
                    .toString();
        }

        private String word(Chosen one, String slot, Cast cast, String dropped) {
            if (dropped.equals(one.block().name() + '.' + slot)) {
                return "several";
            }
            return cast.in(slot).orElseGet(() -> String.valueOf(one.numbers().get(slot)));
        }
    }
}
