package dev.grip.kprg.procedures;

import java.util.HashSet;
import java.util.Set;

/** Sets of config keys made from others. */
final class Keys {

    private Keys() {}

    static Set<String> with(Set<String> keys, String added) {
        var result = new HashSet<>(keys);
        result.add(added);
        return Set.copyOf(result);
    }

    static Set<String> without(Set<String> keys, String removed) {
        var result = new HashSet<>(keys);
        result.remove(removed);
        return Set.copyOf(result);
    }
}
