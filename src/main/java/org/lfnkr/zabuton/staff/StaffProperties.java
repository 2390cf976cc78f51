package org.lfnkr.zabuton.staff;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;

/**
 * Who may come to the desk.
 *
 * @param accounts the bcrypt hash of each account's password, by the account's name
 */
@ConfigurationProperties("zabuton.staff")
record StaffProperties(@DefaultValue Map<String, String> accounts) {

    StaffProperties {
        accounts = Map.copyOf(accounts);
    }

    /** Hashes stay out of logs. */
    @Override
    public String toString() {
        return "StaffProperties[accounts=" + accounts.size() + "]";
    }
}
