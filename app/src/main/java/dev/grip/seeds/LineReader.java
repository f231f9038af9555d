package dev.grip.seeds;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads UTF-8 lines without ever holding more than {@link #LONGEST} bytes of one; takes LF, CRLF and a leading BOM. */
final class LineReader {

    /** The longest line taken, in bytes. */
    static final int LONGEST = 1 << 20;

    private static final String BOM = "\uFEFF";

    /** A line as read: its text, or why it has none. */
    record Line(long number, @Nullable String text, @Nullable String trouble) {}

    private final InputStream in;
    private long number;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        long length = 0;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        number++;
        while (read >= 0 && read != '\n') {
            if (length++ < LONGEST) {
                bytes.write(read);
            }
            read = in.read();
        }
        if (length > LONGEST) {
            return new Line(number, null, "the line has " + length + " bytes; at most " + LONGEST + " are taken");
        }
        return decode(bytes.toByteArray());
    }

    private Line decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String line = number == 1 && text.startsWith(BOM) ? text.substring(1) : text;
            return new Line(number, line.strip(), null);
        } catch (CharacterCodingException e) {
            return new Line(number, null, "the line is not valid UTF-8");
        }
    }
}
