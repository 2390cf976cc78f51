package org.lfnkr.zabuton.supporters.signin;

import org.springframework.modulith.NamedInterface;

import java.util.Locale;

/**
 * What somebody is signed in at, so coarse that it helps only its owner to tell it from the others.
 */
@NamedInterface("devices")
public record Device(Browser browser, System system) {

    /** Tried in this order, since most call themselves by the names of others too. */
    public enum Browser {
        EDGE("edg"),
        FIREFOX("firefox", "fxios"),
        CHROME("chrome", "crios", "chromium"),
        SAFARI("safari"),
        OTHER("");

        private final String[] marks;

        Browser(String... marks) {
            this.marks = marks;
        }
    }

    /** In this order too: a telephone names its desktop cousin. */
    public enum System {
        IPHONE("iphone"),
        IPAD("ipad"),
        ANDROID("android"),
        WINDOWS("windows"),
        MAC("mac os"),
        LINUX("linux"),
        OTHER("");

        private final String[] marks;

        System(String... marks) {
            this.marks = marks;
        }
    }

    /** By what the browser says of itself; nothing of that is kept. */
    public static Device of(String userAgent) {
        String words = userAgent.toLowerCase(Locale.ROOT);
        return new Device(browser(words), system(words));
    }

    private static Browser browser(String words) {
        for (Browser browser : Browser.values()) {
            if (hasAny(words, browser.marks)) {
                return browser;
            }
        }
        return Browser.OTHER;
    }

    private static System system(String words) {
        for (System system : System.values()) {
            if (hasAny(words, system.marks)) {
                return system;
            }
        }
        return System.OTHER;
    }

    private static boolean hasAny(String words, String[] marks) {
        for (String mark : marks) {
            if (words.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /** For message keys: {@code firefox}. */
    public String browserWord() {
        return browser.name().toLowerCase(Locale.ROOT);
    }

    /** For message keys: {@code android}. */
    public String systemWord() {
        return system.name().toLowerCase(Locale.ROOT);
    }
}
