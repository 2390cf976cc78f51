package org.lfnkr.zabuton.content;

/** What a gift of money can be agreed to be for. */
public enum GiftPurpose {
    FOSTER_CHILDREN("foster-children"),
    FOOD("food"),
    GENERAL("general");

    private final String code;

    GiftPurpose(String code) {
        this.code = code;
    }

    /** As consents and messages know it. */
    public String code() {
        return code;
    }
}
