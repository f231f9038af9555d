package dev.grip.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What a starting process leaves in the data folder, so that others can attach: who runs and on which ports. */
record RunningServer(long pid, long ownerPid, int boltPort, int httpPort) {

    /** Empty when there is no state file, or none that can be understood. */
    static Optional<RunningServer> read(DataFolder data) {
        if (!Files.exists(data.state())) {
            return Optional.empty();
        }
        var values = new Properties();
        try {
            values.load(new StringReader(Files.readString(data.state())));
            return Optional.of(new RunningServer(
                    Long.parseLong(values.getProperty("pid", "")),
                    Long.parseLong(values.getProperty("owner", "")),
                    Integer.parseInt(values.getProperty("bolt", "")),
                    Integer.parseInt(values.getProperty("http", ""))));
        } catch (IOException | IllegalArgumentException stale) {
            return Optional.empty();
        }
    }

    void write(DataFolder data) {
        data.writePrivately(
                data.state(), "pid=%d%nowner=%d%nbolt=%d%nhttp=%d%n".formatted(pid, ownerPid, boltPort, httpPort));
    }

    /** A server whose owner is gone is on its way out, even while it still answers. */
    boolean hasOwner() {
        return alive(ownerPid) && alive(pid);
    }

    /** A process that has ended but that nobody has waited for (a zombie: Linux keeps its number) counts as gone. */
    static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !ended(pid);
    }

    private static boolean ended(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state == 'Z' || state == 'X';
        } catch (IOException | IndexOutOfBoundsException unknown) {
            return false;
        }
    }
}
