/**
 * The HTTP API under {@code /api/v1}, its documentation and a first page. Controllers only translate between HTTP and {@link
 * dev.grip.pipeline.Grip}; {@link dev.grip.web.Server} starts and stops all of it. Uses {@code pipeline} and the stages' records.
 */
@NullMarked
package dev.grip.web;

import org.jspecify.annotations.NullMarked;
