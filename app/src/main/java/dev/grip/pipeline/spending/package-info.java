/** What runs use and what that costs: calls, tokens and time by stage and model, prices, budgets. Knows no database. */
@NullMarked
package dev.grip.pipeline.spending;

import org.jspecify.annotations.NullMarked;
