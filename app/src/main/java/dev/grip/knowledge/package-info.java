/** Knowledge points: extraction from seeds, the quality filter, merging of near-synonyms and the KPRG they form. */
@NullMarked
package dev.grip.knowledge;

import org.jspecify.annotations.NullMarked;
