package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.security.core.AuthenticatedPrincipal;

import java.util.Set;
import java.util.UUID;

/** That somebody of the staff is signed in at a browser. */
record StaffSession(UUID id, UUID account, Set<Role> roles)
        implements AuthenticatedPrincipal, Colleague {

    StaffSession {
        roles = Set.copyOf(roles);
    }

    /** The account's id: what the audit trail knows people by. */
    @Override
    public String getName() {
        return account.toString();
    }
}
