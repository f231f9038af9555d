package dev.grip.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the command objects; those that speak to a person get the terminal. */
final class Commands implements IFactory {

    private final Terminal terminal;

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == Common.class) {
            return type.cast(new Common(terminal));
        }
        if (type == RehearseCommand.class) {
            return type.cast(new RehearseCommand(terminal));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
