package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.support.Await;
import org.springframework.boot.test.context.TestComponent;

import java.util.Set;
import java.util.UUID;

/** People who are invited to the desk, for tests that need one. */
@TestComponent
public class StaffSamples {

    private final Accounts accounts;

    StaffSamples(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The token of a link that invites an auditor. */
    public String invitation() {
        EmailAddress mail = new EmailAddress("staff-" + UUID.randomUUID() + "@example.org");
        return Await.value(
                        accounts.make(mail, Set.of(Role.VIEWER), "test")
                                .flatMap(account -> accounts.invite(account, "test")))
                .text();
    }
}
