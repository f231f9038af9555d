package dev.grip.knowledge.curation;

/** Who changes something by hand, and why; both may be empty. Up to 100 and 1,000 characters are kept. */
public record Note(String by, String reason) {

    public Note {
        by = shortened(by, 100);
        reason = shortened(reason, 1000);
    }

    private static String shortened(String text, int most) {
        String line = text.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most);
    }
}
