package org.lfnkr.zabuton.supporters.proofs;

/** What it is good for that somebody reads the mails of an address. */
public enum ProofPurpose {
    /** To come to one's own page. */
    SIGN_IN,
    /** To be believed that an address is theirs, at this browser. */
    ADDRESS,
    /** To be reached by another address from now on. */
    NEW_ADDRESS,
    /** To be the same person under another address. */
    OTHER_ADDRESS;

    /** The kind of the letter, such as {@code proof-sign-in}. */
    String letter() {
        return "proof-" + word();
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
