package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Signer;
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
        return invitation(Role.VIEWER);
    }

    /** The token of a link that invites somebody new. */
    public String invitation(Role... roles) {
        EmailAddress mail = new EmailAddress("staff-" + UUID.randomUUID() + "@example.org");
        return Await.value(
                        accounts.make(mail, Set.of(roles), "test")
                                .flatMap(account -> accounts.invite(account, "test")))
                .text();
    }

    /** Somebody new with a passkey, signed in by it: approves over HTTP, without a browser. */
    public Signer signer(int port, Role... roles) {
        return Signer.invited(port, "/en/desk/invitations/" + invitation(roles));
    }

    public Set<Role> rolesOf(String mail) {
        return Await.value(accounts.find(new EmailAddress(mail)).flatMap(accounts::find))
                .account()
                .roles();
    }

    /** The account of somebody who was let in by {@link org.lfnkr.zabuton.support.Guest#atDesk}. */
    public UUID account(String... roles) {
        return Await.value(
                accounts.find(new EmailAddress(String.join(".", roles) + "@example.org")));
    }
}
