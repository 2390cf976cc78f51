package org.lfnkr.zabuton.reporting;

/**
 * A blackened picture of evidence that is public.
 *
 * @param kind of the evidence, as messages know it
 */
record ToldPicture(String hash, String kind, int width, int height) {

    public String address() {
        return "/evidence/" + hash + ".jpg";
    }
}
