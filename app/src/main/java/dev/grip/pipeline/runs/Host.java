package dev.grip.pipeline.runs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process and where it runs: processes with the same {@code name} see each other's numbers. */
record Host(String name, long pid) {

    static Host here() {
        return new Host(hostName() + numbers(), ProcessHandle.current().pid());
    }

    /** Whether the process with this number ran here and is gone. */
    boolean knowsDead(String otherName, long otherPid) {
        return name.equals(otherName) && !alive(otherPid);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** Containers of one machine may share its name, and yet each counts its processes for itself. */
    private static String numbers() {
        try {
            return " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "";
        }
    }

    /** A process that has ended but that nobody has waited for (a zombie) counts as gone. */
    private static boolean alive(long pid) {
        if (ProcessHandle.of(pid).map(ProcessHandle::isAlive).isEmpty()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException | IndexOutOfBoundsException unknown) {
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }
}
