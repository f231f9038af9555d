package dev.grip.cli;

/** What the process tells its caller. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    /** What shells give a program that Ctrl-C ended. */
    static final int STOPPED = 130;

    private ExitCode() {}
}
