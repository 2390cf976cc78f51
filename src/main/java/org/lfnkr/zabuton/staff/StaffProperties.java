package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who may come to the desk.
 *
 * @param accounts the bcrypt hash of each account's password, by the account's name
 */
@ConfigurationProperties("zabuton.staff")
record StaffProperties(@DefaultValue Map<String, String> accounts) {

    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    StaffProperties {
        accounts = Map.copyOf(accounts);
        accounts.forEach(StaffProperties::requireHash);
    }

    private static void requireHash(String name, String hash) {
        if (!BCRYPT.matcher(hash).matches()) {
            throw new StartupRefused(
                    "zabuton.staff.accounts."
                            + name
                            + " must be a bcrypt hash of the password, never the password itself"
                            + " (htpasswd -nBC 12 "
                            + name
                            + ", the part behind the colon).");
        }
    }

    /** Hashes stay out of logs. */
    @Override
    public String toString() {
        return "StaffProperties[accounts=" + accounts.size() + "]";
    }
}
