/**
 * The labelled test set of the two filters and what is measured on it: the cosine bounds of an embedding model, chosen from
 * its curve, and the accuracy of a quality filter.
 */
@NullMarked
package dev.grip.knowledge.calibration;

import org.jspecify.annotations.NullMarked;
