/** The embedding model that runs inside this process, and the arithmetic of unit vectors. */
@NullMarked
package dev.grip.llm.embeddings;

import org.jspecify.annotations.NullMarked;
