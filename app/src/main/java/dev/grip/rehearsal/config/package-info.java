/** Configuration as JSON or YAML: records read and written by their components, strictly, and faults with their words. */
@NullMarked
package dev.grip.rehearsal.config;

import org.jspecify.annotations.NullMarked;
