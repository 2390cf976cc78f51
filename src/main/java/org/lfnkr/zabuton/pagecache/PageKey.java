package org.lfnkr.zabuton.pagecache;

import org.lfnkr.zabuton.web.SharedPages;

/**
 * Which of the kept pages somebody asks for.
 *
 * @param target path and query with nothing in them but what the page differs by
 * @param cookies the shared states, as a header; empty for none
 * @param pages which kind of page it is
 */
record PageKey(String target, String cookies, SharedPages pages) {

    /** What tells it from all others. */
    String text() {
        return target + ' ' + cookies;
    }

    /** The same page as it is for who has chosen nothing yet. */
    PageKey plain() {
        return new PageKey(target, "", pages);
    }

    boolean isJapanese() {
        return target.startsWith("/ja");
    }
}
