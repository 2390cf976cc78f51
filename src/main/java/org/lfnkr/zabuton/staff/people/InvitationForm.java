package org.lfnkr.zabuton.staff.people;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whom somebody invites, to do what.
 *
 * @param errors all that is wrong, in the order of the page
 */
record InvitationForm(Map<String, String> values, Set<Role> roles, List<Problem> errors) {

    static final InvitationForm EMPTY = new InvitationForm(Map.of(), Set.of(), List.of());

    private static final String MAIL = "mail";

    InvitationForm {
        values = Map.copyOf(values);
        roles = Set.copyOf(roles);
        errors = List.copyOf(errors);
    }

    static InvitationForm sent(MultiValueMap<String, String> typed) {
        String mail = Objects.requireNonNullElse(typed.getFirst(MAIL), "");
        String reason = Objects.requireNonNullElse(typed.getFirst("reason"), "");
        Set<Role> roles = RolesForm.roles(typed);
        List<Problem> errors = new ArrayList<>();
        if (EmailAddress.parse(Typed.code(mail)).isEmpty()) {
            errors.add(Problem.of(MAIL, "staff.people.malformed"));
        }
        errors.addAll(RolesForm.errors(roles, RoleApprovals.signedFor(roles), reason));
        return new InvitationForm(Map.of(MAIL, mail, "reason", reason), roles, errors);
    }

    /** The same where the address has an account. */
    InvitationForm taken() {
        return new InvitationForm(values, roles, List.of(Problem.of(MAIL, "staff.people.taken")));
    }

    EmailAddress mail() {
        return EmailAddress.parse(Typed.code(value(MAIL))).orElseThrow();
    }

    boolean needsSignature() {
        return !RoleApprovals.signedFor(roles).isEmpty();
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public @Nullable Problem error(String name) {
        return errors.stream().filter(it -> it.field().equals(name)).findFirst().orElse(null);
    }

    public boolean failed() {
        return !errors.isEmpty();
    }
}
