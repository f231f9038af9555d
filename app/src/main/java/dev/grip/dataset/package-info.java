/** What is trained on: accepted rows with their provenance, decontaminated and written to files. */
@NullMarked
package dev.grip.dataset;

import org.jspecify.annotations.NullMarked;
