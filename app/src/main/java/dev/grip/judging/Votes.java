package dev.grip.judging;

import java.util.function.Supplier;

/** Where judges' votes come from: those that were given before are known by their keys, the others are asked for. */
public interface Votes {

    /** Asks for every vote. */
    Votes NEW = (key, call) -> call.get();

    /** The vote with this key, or what {@code call}, which asks the judge, gives. */
    Judgement vote(String key, Supplier<Judgement> call);
}
