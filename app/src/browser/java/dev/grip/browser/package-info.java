/** Tests that a person's browser makes: {@link dev.grip.browser.Chromium} opens pages, {@link dev.grip.browser.BrowserPage} is one. */
@NullMarked
package dev.grip.browser;

import org.jspecify.annotations.NullMarked;
