package dev.grip.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts this program once more, in a process of its own. */
final class GripProcess {

    private GripProcess() {}

    /** {@code options} are for the virtual machine. */
    static List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("dev.grip.Application");
        command.addAll(arguments);
        return command;
    }
}
