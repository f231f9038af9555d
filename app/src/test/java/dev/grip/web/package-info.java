@NullMarked
package dev.grip.web;

import org.jspecify.annotations.NullMarked;
