package dev.grip.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Where a command reads and writes: results to {@code out}, progress, notes and errors to {@code err}. */
record Terminal(InputStream in, PrintStream out, PrintStream err, Ansi ansi, boolean interactive) {

    static final int WIDTH = 100;
    /** Of terminals as they open, for what has to be read whole there. */
    static final int NARROW = 80;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static Terminal ofProcess() {
        var ansi = Ansi.AUTO.enabled() ? Ansi.ON : Ansi.OFF;
        return new Terminal(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), ansi, person());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** From Java 22 on there is a console even without a terminal, and only then a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean person() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) console.getClass().getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException older) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    PrintWriter errorWriter() {
        return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    }

    void print(String text) {
        out.println(text);
    }

    /** Something a person may want to know while waiting. */
    void note(String text) {
        err.println(text);
    }

    void error(String message) {
        err.println(ansi.string("@|bold,red grip:|@ ") + message);
    }

    void json(Object value) {
        json(JSON.writer(), value);
    }

    /** One of several results, each on a line of its own. */
    void jsonLine(Object value) {
        json(JSON.writer().without(SerializationFeature.INDENT_OUTPUT), value);
    }

    private void json(ObjectWriter writer, Object value) {
        try {
            out.println(writer.writeValueAsString(value));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("Cannot write " + value.getClass().getSimpleName() + " as JSON", failure);
        }
    }

    String bold(String text) {
        return styled("bold", text);
    }

    String faint(String text) {
        return styled("faint", text);
    }

    String good(String text) {
        return styled("green", text);
    }

    String bad(String text) {
        return styled("red", text);
    }

    /** The colour of everything that says "rehearsal". */
    String warned(String text) {
        return styled("yellow", text);
    }

    private String styled(String style, String text) {
        // Not ansi.string: a text may hold the markup's own characters. Not Style.off: 21 underlines on some terminals.
        return ansi.enabled() ? Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.reset.on() : text;
    }
}
