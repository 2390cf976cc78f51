package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.desk.Role;
import org.springframework.modulith.NamedInterface;

import java.util.Set;
import java.util.UUID;

/**
 * An open account and what is known of it without opening the vault.
 *
 * @param passkeys how many it has
 * @param sessions in how many browsers it is signed in
 */
@NamedInterface("inside")
public record Account(UUID id, Set<Role> roles, long passkeys, long sessions) {

    public Account {
        roles = Set.copyOf(roles);
    }
}
