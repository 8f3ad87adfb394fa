/**
 * A real browser for tests of pages: Chromium without a window, driven by ChromeDriver over the W3C
 * WebDriver protocol. Other modules use it through this module's test-jar.
 */
@NullMarked
package network.opencharging.browser;

import org.jspecify.annotations.NullMarked;
