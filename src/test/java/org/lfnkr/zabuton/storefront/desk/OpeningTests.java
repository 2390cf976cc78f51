package org.lfnkr.zabuton.storefront.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;

import java.util.List;
import java.util.Set;

class OpeningTests {

    private static final Set<Role> FIRST = Set.of(Role.ADMIN, Role.APPROVER);
    private static final Set<Role> ALL = Set.of(Role.SHOP, Role.FULFILMENT, Role.FINANCE);

    @Test
    void whoComesFirstIsToldToInviteTheOthers() {
        Opening first = new Opening(FIRST, List.of(), 0, false, false, true, 0);

        assertThat(first.isShut()).isTrue();
        assertThat(first.left()).isEqualTo(6);
        assertThat(first.steps().getFirst())
                .isEqualTo(new Step("people", "/desk/staff", Right.MANAGE_STAFF, 1));
        assertThat(new Opening(ALL, List.of(), 0, true, true, true, 0).steps().getFirst().isDone())
                .isTrue();
    }
}
