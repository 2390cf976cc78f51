package org.lfnkr.zabuton.giving;

/**
 * What opens the page of a pledge: the reference that people read out, and a key that nobody can
 * guess and that the database does not hold.
 *
 * @param key a signature of the reference
 */
public record PledgeLink(String reference, String key) {

    /** The path behind the language. */
    public String path() {
        return "/gifts/" + reference + "/" + key;
    }
}
