package org.lfnkr.zabuton.simulator;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the pages that a buyer sees, in Japanese for a session whose locale is Japanese,
 * else in English.
 */
record Words(String language, ResourceBundle bundle) {

    static Words in(String sessionLocale) {
        String language = sessionLocale.equals("ja") ? "ja" : "en";
        return new Words(
                language, ResourceBundle.getBundle("simulator.words", Locale.of(language)));
    }

    /** The phrase, ready to stand in a page. */
    String of(String key, Object... values) {
        return Html.text(
                new MessageFormat(bundle.getString(key), Locale.of(language)).format(values));
    }

    /** A page whose title and body are ready to stand in it. */
    String page(String title, String body) {
        String banner = of("banner") + " " + "<a href=\"/\">" + of("dashboard") + "</a>";
        return Html.page(language, "narrow", title, banner, body);
    }
}
