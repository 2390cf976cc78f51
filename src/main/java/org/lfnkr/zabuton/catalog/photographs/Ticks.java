package org.lfnkr.zabuton.catalog.photographs;

/**
 * What somebody has looked for in a picture and not found.
 *
 * @param noFace no face, not even in a mirror or in the background
 * @param noText no words that name somebody or something, on a label, a paper or a screen
 * @param noPlace nothing by which the place could be found
 * @param nobodyKnown nobody could be known by it: by hands, clothes, a tattoo
 */
public record Ticks(boolean noFace, boolean noText, boolean noPlace, boolean nobodyKnown) {

    boolean all() {
        return noFace && noText && noPlace && nobodyKnown;
    }
}
