package org.lfnkr.zabuton.staff.people;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Proposal;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.Account;
import org.lfnkr.zabuton.staff.Accounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** An administrator proposes who may do what, and an approver signs. */
@Component
class RoleApprovals implements Approvable {

    private static final String KIND = "staff.roles";

    private static final Set<Role> SIGNED = EnumSet.of(Role.ADMIN, Role.APPROVER, Role.FINANCE);

    private final Accounts accounts;
    private final RoleWishes wishes;
    private final Approvals approvals;
    private final Clock clock;

    RoleApprovals(Accounts accounts, RoleWishes wishes, Approvals approvals, Clock clock) {
        this.accounts = accounts;
        this.wishes = wishes;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** Roles that nobody gets from an administrator alone. */
    static Set<Role> signedFor(Set<Role> roles) {
        return roles.stream().filter(SIGNED::contains).collect(toUnmodifiableSet());
    }

    /**
     * A new account, whose link goes out by mail. It begins without the roles that are signed for,
     * and an approver is asked for these.
     *
     * @return empty where the address has one
     */
    @Transactional
    public Mono<UUID> welcome(
            EmailAddress mail, Set<Role> roles, Language language, UUID admin, String reason) {
        Set<Role> atOnce =
                roles.stream().filter(it -> !SIGNED.contains(it)).collect(toUnmodifiableSet());
        return accounts.welcome(mail, atOnce, language, admin.toString())
                .delayUntil(
                        account ->
                                atOnce.equals(roles)
                                        ? Mono.empty()
                                        : propose(account, roles, admin, reason));
    }

    /** Asks an approver for it. The account keeps its roles until then. */
    @Transactional
    public Mono<Proposal> propose(UUID account, Set<Role> roles, UUID proposer, String reason) {
        return reason.isBlank()
                ? Mono.just(new Proposal.Unreasoned())
                : wishes.put(account, roles, clock.instant())
                        .then(Mono.defer(() -> approvals.propose(KIND, account, proposer, reason)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.MANAGE_STAFF;
    }

    @Override
    public Mono<Matter> describe(UUID account) {
        return Mono.zip(accounts.find(account), wishes.of(account))
                .filter(both -> !both.getT1().account().roles().equals(both.getT2()))
                .map(both -> matter(both.getT1(), both.getT2()));
    }

    private static Matter matter(Accounts.Person person, Set<Role> roles) {
        Account account = person.account();
        return new Matter(
                Words.of("staff.approval.title", list(roles)),
                List.of(
                        new Fact("staff.approval.whom", Words.plain(person.mail())),
                        new Fact("staff.approval.before", list(account.roles())),
                        new Fact("staff.approval.after", list(roles)),
                        new Fact("staff.approval.names", names(roles))),
                "",
                Content.of(
                        KIND,
                        "account",
                        account.id(),
                        "before",
                        Accounts.sorted(account.roles()),
                        "after",
                        Accounts.sorted(roles)));
    }

    private static Words list(Set<Role> roles) {
        return Words.list(
                roles.stream().sorted().map(it -> Words.of("staff.role.short." + it)).toList());
    }

    private static Words names(Set<Role> roles) {
        return Words.of(
                Role.rightsOf(roles).stream().anyMatch(Right::showsNames)
                        ? "staff.approval.names.seen"
                        : "staff.approval.names.unseen");
    }

    @Override
    public Mono<Void> hold(UUID account) {
        return accounts.hold(account);
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        UUID account = approval.subject();
        return wishes.of(account)
                .flatMap(
                        roles ->
                                accounts.giveRoles(
                                        account,
                                        roles,
                                        Objects.requireNonNull(approval.decider()).toString()))
                .then(wishes.drop(account));
    }
}
