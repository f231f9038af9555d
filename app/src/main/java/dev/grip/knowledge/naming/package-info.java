/** The names of KPs that several mentions mean: a model chooses or writes them (GRIP section 3.1). */
@NullMarked
package dev.grip.knowledge.naming;

import org.jspecify.annotations.NullMarked;
