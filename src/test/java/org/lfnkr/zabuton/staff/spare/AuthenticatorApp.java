package org.lfnkr.zabuton.staff.spare;

import java.time.Instant;

/** An app on somebody's phone, which has the key of an account. */
public record AuthenticatorApp(String key) {

    /** What it shows at a moment. */
    public String shows(Instant at) {
        return Totp.of(key).code(Totp.step(at), Totp.DIGITS);
    }
}
