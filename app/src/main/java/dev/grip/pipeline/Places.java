package dev.grip.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where things are, for a person: Neo4j's addresses and login (Browser and password file are null for a server of one's own), the data
 * folder, and sentences about what is not as usual, such as another port.
 */
public record Places(
        URI bolt,
        @Nullable URI browser,
        String username,
        @Nullable String password,
        @Nullable Path passwordFile,
        Path data,
        List<String> notices) {

    public Places {
        notices = List.copyOf(notices);
    }

    Places noticing(List<String> further) {
        List<String> all = new ArrayList<>(notices);
        all.addAll(further);
        return new Places(bolt, browser, username, password, passwordFile, data, all);
    }
}
