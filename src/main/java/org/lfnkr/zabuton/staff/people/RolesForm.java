package org.lfnkr.zabuton.staff.people;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.staff.Accounts;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads which roles were ticked, and says what is wrong with them. */
final class RolesForm {

    private RolesForm() {}

    static Set<Role> roles(MultiValueMap<String, String> typed) {
        List<String> names = typed.getOrDefault("role", List.of());
        return Stream.of(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(toUnmodifiableSet());
    }

    /**
     * @param signed for which of them a second person is asked, who wants to know why
     */
    static List<Problem> errors(Set<Role> roles, Set<Role> signed, String reason) {
        List<Problem> errors = new ArrayList<>();
        if (!Accounts.goTogether(roles)) {
            errors.add(Problem.of("role", "staff.people.apart"));
        }
        if (!signed.isEmpty() && reason.isBlank()) {
            errors.add(Problem.of("reason", "staff.people.reason.missing"));
        }
        return errors;
    }
}
