package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.ApprovalNews;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Letter;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.web.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The mails about approvals: to whoever can sign that something waits, one each, and to whoever
 * proposed it what was decided. They say what it is about, which names nobody, and lead to its
 * page.
 */
@Component
class ApprovalLetters implements Letter, ApprovalNews {

    private static final String KIND = "staff-approval";
    private static final String WAITING = "waiting";
    private static final String WORDS = "staff.mail.approval-";

    private final ObjectProvider<Mail> mail;
    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<Approvals> approvals;
    private final AccountStore store;
    private final Site site;
    private final Clock clock;

    ApprovalLetters(
            ObjectProvider<Mail> mail,
            ObjectProvider<Accounts> accounts,
            ObjectProvider<Approvals> approvals,
            AccountStore store,
            Site site,
            Clock clock) {
        this.mail = mail;
        this.accounts = accounts;
        this.approvals = approvals;
        this.store = store;
        this.site = site;
        this.clock = clock;
    }

    /** What a mail is about, and to whom it goes. */
    private record Reference(UUID account, UUID approval, String word) {

        static Reference of(String text) {
            String[] parts = text.split("/", 3);
            return new Reference(UUID.fromString(parts[0]), UUID.fromString(parts[1]), parts[2]);
        }

        String text() {
            return account + "/" + approval + "/" + word;
        }
    }

    @Override
    public Mono<Void> waits(UUID approval, UUID proposer) {
        return store.holders(Role.APPROVER)
                .filter(approver -> !approver.equals(proposer))
                .concatMap(approver -> queue(new Reference(approver, approval, WAITING)))
                .then();
    }

    @Override
    public Mono<Void> decided(UUID approval, UUID proposer, Approval.State state) {
        return queue(new Reference(proposer, approval, state.code()));
    }

    private Mono<Void> queue(Reference it) {
        return store.language(it.account())
                .map(language -> new MailRequest(KIND, it.text(), language))
                .flatMap(request -> mail.getObject().queue(request));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "staff.mail.approval.title";
    }

    @Override
    public Flux<String> quotes(MailRequest request) {
        return Flux.empty();
    }

    /** Nobody is asked any more for what was decided meanwhile. */
    @Override
    public Mono<LetterContent> compose(MailRequest request) {
        Reference it = Reference.of(request.reference());
        return approvals
                .getObject()
                .find(it.approval())
                .filter(found -> !it.word().equals(WAITING) || found.isOpen(clock.instant()))
                .zipWith(accounts.getObject().mail(it.account()))
                .map(both -> content(it, both.getT1(), both.getT2(), request.language()));
    }

    private LetterContent content(
            Reference it, Approval approval, String address, Language language) {
        String words = WORDS + it.word();
        String page = "/" + language.tag() + "/desk/approvals/" + approval.id();
        return new LetterContent(
                new EmailAddress(address),
                words + ".subject",
                List.of(),
                "staff/mail/approval",
                Map.of(
                        "words", words,
                        "matter", approval.title().in(language),
                        "link", site.address(page)),
                List.of());
    }
}
