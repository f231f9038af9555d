package dev.grip.knowledge.calibration;

/**
 * A name and the verdict of a person on it: keep, vague, wrong or too_detailed. {@code source} is {@code own} or the data set that
 * has the name, {@code why} the reason in a few words.
 */
record LabelledMention(String text, String verdict, String source, String why) {}
