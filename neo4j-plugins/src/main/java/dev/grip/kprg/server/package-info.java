/**
 * The entry point of the Neo4j child process. It knows the server's own main class and nothing of the procedures.
 */
@NullMarked
package dev.grip.kprg.server;

import org.jspecify.annotations.NullMarked;
