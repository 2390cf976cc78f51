package org.lfnkr.zabuton.ledger;

import java.util.regex.Pattern;

/** How accounts and funds are called in the database. */
final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private Codes() {}

    static void check(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("No code of an account or fund: " + code);
        }
    }
}
