package dev.grip.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTests {

    @Test
    void aLineThatIsTooLongIsMeasuredButNotKept() throws IOException {
        long before = used();
        List<LineReader.Line> lines = read(new Endless(64L << 20));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).text()).isNull();
        assertThat(lines.get(0).trouble())
                .isEqualTo("the line has " + (64L << 20) + " bytes; at most 1048576 are taken");
        assertThat(lines.get(1)).isEqualTo(new LineReader.Line(2, "next", null));
        assertThat(used() - before).as("bytes held").isLessThan(32L << 20);
    }

    @Test
    void theLongestLineIsTaken() throws IOException {
        assertThat(read("a".repeat(LineReader.LONGEST) + "\nb"))
                .extracting(LineReader.Line::trouble)
                .containsExactly(null, null);
    }

    @Test
    void bytesThatAreNotUtf8SpoilTheirLineOnly() throws IOException {
        byte[] bytes = {'a', '\n', (byte) 0xC3, '(', '\n', 'b'};
        assertThat(read(new ByteArrayInputStream(bytes)))
                .containsExactly(
                        new LineReader.Line(1, "a", null),
                        new LineReader.Line(2, null, "the line is not valid UTF-8"),
                        new LineReader.Line(3, "b", null));
    }

    @Test
    void aByteOrderMarkCountsOnTheFirstLineOnly() throws IOException {
        assertThat(read("\uFEFFa\r\n\uFEFFb\r\n"))
                .extracting(LineReader.Line::text)
                .containsExactly("a", "\uFEFFb");
    }

    @Test
    void emptyLinesAreCountedAndTheLastNeedsNoEnd() throws IOException {
        assertThat(read("a\n\n  \nü")).extracting(LineReader.Line::text).containsExactly("a", "", "", "ü");
        assertThat(read("a\n")).hasSize(1);
        assertThat(read("")).isEmpty();
    }

    private static List<LineReader.Line> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<LineReader.Line> read(InputStream in) throws IOException {
        LineReader reader = new LineReader(in);
        List<LineReader.Line> lines = new ArrayList<>();
        for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** One very long line and a short one, made as it is read. */
    private static final class Endless extends InputStream {
        private static final byte[] REST = "\nnext".getBytes(StandardCharsets.UTF_8);
        private final long length;
        private long position;

        Endless(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            long at = position++;
            if (at < length) {
                return 'x';
            }
            return at - length < REST.length ? REST[(int) (at - length)] : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            int n = 0;
            for (int next = read(); n < count && next >= 0; next = read()) {
                bytes[offset + n++] = (byte) next;
                if (n == count) {
                    return n;
                }
            }
            return n == 0 ? -1 : n;
        }
    }
}
