package org.lfnkr.zabuton.desk;

import org.springframework.security.core.Authentication;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Somebody of the staff who is signed in. */
public interface Colleague {

    /** By which the audit trail knows them. */
    UUID account();

    Set<Role> roles();

    /** Whoever is signed in at a page of the desk. */
    static Colleague of(Principal principal) {
        if (principal instanceof Authentication it && it.getPrincipal() instanceof Colleague who) {
            return who;
        }
        throw new IllegalStateException("The desk's door lets nobody else in");
    }

    /** In which role they have a right; empty where they lack it. */
    default Optional<Role> by(Right right) {
        return Role.rightsOf(roles()).contains(right)
                ? roles().stream()
                        .sorted()
                        .filter(role -> Role.rightsOf(Set.of(role)).contains(right))
                        .findFirst()
                : Optional.empty();
    }
}
