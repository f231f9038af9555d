package dev.grip.llm.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventStreamTests {

    private static final int LIMIT = 1 << 20;

    private final List<String> events = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    data: a\\n\\ndata: b\\n\\n|a,b
                    data: a\\r\\n\\r\\ndata: b\\r\\n\\r\\n|a,b
                    data:a\\n\\n|a
                    data:  a \\n\\n| a\\s
                    data: a\\ndata: b\\n\\n|a+b
                    data\\n\\ndata: a\\n\\n|a
                    : ping\\n\\n: ping\\ndata: a\\n: ping\\n\\n|a
                    event: x\\nid: 1\\nretry: 9\\ndata: a\\n\\n|a
                    \\n\\n\\ndata: a\\n\\n\\n\\n|a
                    data: a|a
                    data: a\\n|a
                    dat: a\\n\\n|''
                    """)
    void eventsAreReadAsTheStandardSays(String written, String expected) throws IOException {
        assertThat(read(plain(written).getBytes(StandardCharsets.UTF_8), LIMIT, LIMIT))
                .isTrue();
        assertThat(String.join(",", events).replace('\n', '+')).isEqualTo(expected.replace("\\s", " "));
    }

    @Test
    void itDoesNotMatterHowTheBytesAreCutUp() throws IOException {
        String text = ": ünï\r\ndata: {\"Größe\": \"∑ 𝔸 日本\"}\r\n\r\ndata: a\ndata: 😀\n\ndata: [DONE]\n\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size < bytes.length; size++) {
            events.clear();
            assertThat(read(bytes, size, LIMIT)).isTrue();
            assertThat(events).containsExactly("{\"Größe\": \"∑ 𝔸 日本\"}", "a\n😀", "[DONE]");
        }
    }

    @Test
    void aLineWithoutEndIsReadUpToTheLimitAndNoFurther() throws IOException {
        Endless endless = new Endless("data: xxxxxxxxx");
        assertThat(new EventStream(Okio.buffer(endless), LIMIT, events::add).readAll())
                .isFalse();
        assertThat(events).isEmpty();
        assertThat(endless.given).isLessThan(LIMIT + 64 * 1024);
    }

    @Test
    void noMoreThanTheLimitIsReadOfAStreamWithoutEnd() throws IOException {
        Endless endless = new Endless("data: xxxxxxxx\n\n");
        assertThat(new EventStream(Okio.buffer(endless), LIMIT, events::add).readAll())
                .isFalse();
        assertThat(events).hasSize(LIMIT / 16);
    }

    @Test
    void aBodyAsLongAsTheLimitIsWhole() throws IOException {
        byte[] bytes = "data: é\n\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes, LIMIT, bytes.length)).isTrue();
        assertThat(read(bytes, LIMIT, bytes.length - 1)).isFalse();
    }

    @Test
    void anyBytesAreRead() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThat(read(bytes, 1 + random.nextInt(20), LIMIT)).isTrue();
        }
    }

    private boolean read(byte[] bytes, int size, long limit) throws IOException {
        return new EventStream(Okio.buffer(new Pieces(bytes, size)), limit, events::add).readAll();
    }

    private static String plain(String written) {
        return written.replace("\\n", "\n").replace("\\r", "\r");
    }

    /** Bytes that arrive in pieces of one size. */
    private static final class Pieces implements Source {
        private final Buffer rest = new Buffer();
        private final int size;

        Pieces(byte[] bytes, int size) {
            rest.write(bytes);
            this.size = size;
        }

        @Override
        public long read(Buffer sink, long most) {
            return rest.read(sink, Math.min(most, size));
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }

    /** The same bytes for ever. */
    private static final class Endless implements Source {
        private final byte[] bytes;
        private long given;

        Endless(String text) {
            bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public long read(Buffer sink, long most) {
            sink.write(bytes);
            given += bytes.length;
            return bytes.length;
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }
}
