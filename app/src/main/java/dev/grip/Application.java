package dev.grip;

import dev.grip.cli.Cli;

/** The entry point of {@code grip}. */
public final class Application {

    private Application() {}

    public static void main(String[] arguments) {
        System.exit(Cli.run(arguments));
    }
}
