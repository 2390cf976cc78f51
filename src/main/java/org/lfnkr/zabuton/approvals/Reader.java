package org.lfnkr.zabuton.approvals;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.lfnkr.zabuton.desk.Right;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who reads a page of approvals.
 *
 * @param rights by their names
 */
record Reader(UUID account, Set<String> rights) {

    static Reader of(Authentication staff) {
        return new Reader(
                UUID.fromString(staff.getName()),
                staff.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(Objects::nonNull)
                        .collect(toUnmodifiableSet()));
    }

    boolean seesAll() {
        return rights.contains(Right.SEE_ALL_APPROVALS.name());
    }

    boolean approves() {
        return rights.contains(Right.APPROVE.name());
    }
}
