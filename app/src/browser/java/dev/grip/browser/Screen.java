package dev.grip.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** What a person looks at the page with: a size in CSS pixels, and light or dark colours. */
public record Screen(int width, int height, boolean dark) {

    public static final Screen DESKTOP = new Screen(1280, 900, false);
    public static final Screen DARK_DESKTOP = new Screen(1280, 900, true);
    public static final Screen PHONE = new Screen(360, 780, false);

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    }
}
