package org.lfnkr.zabuton.desk;

import reactor.core.publisher.Mono;

import java.util.Set;

/** Knows which roles somebody of the staff has. */
public interface RolesHeld {

    /** Those of all open accounts together. */
    Mono<Set<Role>> held();
}
