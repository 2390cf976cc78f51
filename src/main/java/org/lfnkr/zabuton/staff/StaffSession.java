package org.lfnkr.zabuton.staff;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.core.AuthenticatedPrincipal;

import java.util.Set;
import java.util.UUID;

/**
 * That somebody of the staff is signed in at a browser.
 *
 * @param spare whether they came in by mail and an app's code, and not by a passkey
 */
@NamedInterface("inside")
public record StaffSession(UUID id, UUID account, Set<Role> roles, boolean spare)
        implements AuthenticatedPrincipal, Colleague {

    /** For these somebody has to have come in by a passkey. */
    private static final Set<Right> BY_PASSKEY = Set.of(Right.APPROVE, Right.MANAGE_STAFF);

    public StaffSession {
        roles = Set.copyOf(roles);
    }

    /** What their roles open to them, as they came in. */
    Set<Right> rights() {
        return Role.rightsOf(roles).stream()
                .filter(right -> !(spare && BY_PASSKEY.contains(right)))
                .collect(toUnmodifiableSet());
    }

    /** The account's id: what the audit trail knows people by. */
    @Override
    public String getName() {
        return account.toString();
    }
}
