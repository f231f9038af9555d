/**
 * Answers in a given form, valid by construction: a {@code Constraint} is read from a request as vLLM reads it, and turns
 * what a model said freely into the JSON, the choice or the text that was asked for. What it cannot guarantee it refuses
 * by name, instead of answering wrongly. Needs nothing but JSON.
 */
@NullMarked
package dev.grip.rehearsal.structured;

import org.jspecify.annotations.NullMarked;
