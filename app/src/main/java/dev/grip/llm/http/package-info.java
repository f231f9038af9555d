/**
 * HTTP to one server: each request is sent exactly once, what came of it is a value, and a call ends when its caller is
 * interrupted or one of its deadlines passes. Knows nothing of models, answers or repetition.
 */
@NullMarked
package dev.grip.llm.http;

import org.jspecify.annotations.NullMarked;
