package dev.grip.llm.fleet;

/**
 * What the way of a call to a server depends on.
 *
 * @param key goes into its {@code X-Request-Id}
 * @param stage what it is for
 * @param affinity what it shares with other calls that begin alike; they go to the same server where that costs nothing
 * @param sequences how many answers the server works on at once for it
 */
record Errand(String key, String stage, String affinity, int sequences) {}
