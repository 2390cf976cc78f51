package org.lfnkr.zabuton.web.page;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Retyped;
import org.lfnkr.zabuton.web.Site;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the reader stands: the page's address in its own and in the other language.
 *
 * @param language the language of the page
 * @param path the path behind the language, empty for the home page
 * @param query the query with its question mark, or empty
 * @param origin scheme, host and port of the shop
 */
record PageLocation(Language language, String path, String query, URI origin) {

    /**
     * @param page path and query, of any language
     */
    static PageLocation of(String page, Language language, Site site) {
        String[] parts = page.split("\\?", 2);
        String query = parts.length > 1 ? query(parts[1]) : "";
        return new PageLocation(language, Retyped.behindLanguage(parts[0]), query, site.origin());
    }

    /** Without the words that say only how a visitor came. */
    private static String query(String query) {
        String kept =
                Stream.of(query.split("&"))
                        .filter(part -> !part.isEmpty())
                        .filter(part -> !part.matches("(expired|typed)(=.*)?"))
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** This page with its query. */
    public String here() {
        return "/" + language.tag() + path + query;
    }

    /** This page in the other language, with its query, so that switching keeps the place. */
    public String switched() {
        return "/" + language.other().tag() + path + query;
    }

    /** Where a form of this page is sent to be shown again in the other language. */
    public String switched(String form) {
        return Retyped.page(switched(), form);
    }

    /** The one full address of this page in a language, without the query. */
    public String canonical(Language in) {
        return origin + "/" + in.tag() + path;
    }

    /** A language as Open Graph names it, with the country whose spelling it follows. */
    public String locale(Language in) {
        return switch (in) {
            case EN -> "en_GB";
            case JA -> "ja_JP";
        };
    }

    /** This page for readers of neither language. */
    public String forOthers() {
        return canonical(Language.EN);
    }
}
