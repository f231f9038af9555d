/**
 * HTTP as a model server speaks it: connections that answer one request at a time and close when idle, answers whole or as
 * server-sent events, and every way to break them off. Knows nothing of what is asked or answered.
 */
@NullMarked
package dev.grip.rehearsal.wire;

import org.jspecify.annotations.NullMarked;
