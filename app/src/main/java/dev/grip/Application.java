package dev.grip;

/** The entry point of {@code grip}. */
public final class Application {

    private Application() {}

    public static void main(String[] arguments) {
        System.out.println("grip");
    }
}
