package dev.grip.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** The generated password of user {@code neo4j}, kept beside the store it opens. */
record Password(String text) {

    // Letters and digits that are not mistaken for each other: people type this into the Browser.
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 24;

    static Password of(DataFolder data) {
        if (Files.exists(data.password())) {
            return read(data);
        }
        if (data.hasStore()) {
            throw new EmbeddedNeo4jException("The store in " + data.root() + " has lost its password file "
                    + data.password() + ": put the file back, or move the folder away to start empty.");
        }
        var created = new Password(new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining()));
        data.writePrivately(data.password(), created.text + "\n");
        return created;
    }

    private static Password read(DataFolder data) {
        try {
            String text = Files.readString(data.password()).strip();
            if (text.isEmpty()) {
                throw new EmbeddedNeo4jException("The password file " + data.password()
                        + " is empty: put the password back, or move the folder away to start empty.");
            }
            return new Password(text);
        } catch (IOException e) {
            throw new EmbeddedNeo4jException("Cannot read the password file " + data.password() + ": " + e, e);
        }
    }

    @Override
    public String toString() {
        return "Password[not shown]";
    }
}
