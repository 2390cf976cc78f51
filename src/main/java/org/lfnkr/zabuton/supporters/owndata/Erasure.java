package org.lfnkr.zabuton.supporters.owndata;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.MailRequest;
import org.lfnkr.zabuton.supporters.KeptRecord;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Obstacle;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.proofs.Proofs;
import org.lfnkr.zabuton.supporters.signin.Sessions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Forgets a person at their own wish: their key is destroyed, which lies outside the database, and
 * with it every copy of what they told us, in the write-ahead log and in backups too. Orders, gifts
 * and books stay, of nobody.
 */
@Component
public class Erasure {

    static final String FAREWELL = "farewell";

    /** For as long the address is kept to say that all is erased. */
    private static final int FAREWELL_DAYS = 2;

    private final List<PersonalRecords> sections;
    private final Retention retention;
    private final Supporters supporters;
    private final Sessions sessions;
    private final Proofs proofs;
    private final Mail mail;
    private final AuditTrail audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Erasure(
            List<PersonalRecords> sections,
            Retention retention,
            Supporters supporters,
            Sessions sessions,
            Proofs proofs,
            Mail mail,
            AuditTrail audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.sections = sections;
        this.retention = retention;
        this.supporters = supporters;
        this.sessions = sessions;
        this.proofs = proofs;
        this.mail = mail;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What would become of a member's data.
     *
     * @param obstacles what has to end first; none means it can be done
     * @param kept what the law makes us keep
     */
    public record Preview(List<Obstacle> obstacles, List<Kept> kept) {

        public Preview {
            obstacles = List.copyOf(obstacles);
            kept = List.copyOf(kept);
        }
    }

    /** A record with the module that keeps it. */
    public record Kept(String section, KeptRecord record) {

        /** Of the message that says what it is. */
        public String key() {
            return section + ".data.kept." + record.kind();
        }
    }

    public Mono<Preview> preview(Member member) {
        return obstacles(member)
                .collectList()
                .zipWith(kept(member).collectList())
                .map(parts -> new Preview(parts.getT1(), parts.getT2()));
    }

    private Flux<Obstacle> obstacles(Member member) {
        return Flux.fromIterable(sections).concatMap(section -> section.obstacles(member));
    }

    private Flux<Kept> kept(Member member) {
        return Flux.fromIterable(sections)
                .concatMap(
                        section ->
                                section.kept(member)
                                        .map(kept -> new Kept(section.section(), kept)));
    }

    /**
     * Erases a member.
     *
     * @param language of the mail that confirms it
     * @return false where something under way still needs the person
     */
    public Mono<Boolean> erase(Member member, Language language) {
        return obstacles(member)
                .hasElements()
                .flatMap(
                        hindered ->
                                hindered
                                        ? Mono.just(false)
                                        : forget(member, language).thenReturn(true))
                .as(transaction::transactional);
    }

    private Mono<Void> forget(Member member, Language language) {
        return kept(member)
                .filter(kept -> !kept.record().text().isEmpty())
                .concatMap(this::keep)
                .thenMany(Flux.fromIterable(sections))
                .concatMap(section -> section.erase(member))
                .then(farewell(member, language))
                .then(sessions.endAll(member))
                .thenMany(Flux.fromIterable(member.selves()))
                .concatMap(this::forget)
                .then();
    }

    private Mono<?> keep(Kept kept) {
        KeptRecord record = kept.record();
        return retention.keep(kept.section(), record.kind(), record.until(), record.text());
    }

    private Mono<Void> farewell(Member member, Language language) {
        LocalDate until = BusinessDate.of(clock.instant()).plusDays(FAREWELL_DAYS);
        return supporters
                .recipient(member.subject())
                .map(own -> own.email().value())
                .flatMap(email -> retention.keep("person", FAREWELL, until, email))
                .map(id -> new MailRequest(FAREWELL, id.toString(), language))
                .flatMap(mail::queue);
    }

    /** Does once more what an old copy of the database has undone. Their key is gone already. */
    Mono<Void> repeat(Supporter erased) {
        Member member = new Member(erased.id(), erased.subject());
        return Flux.fromIterable(sections)
                .concatMap(section -> section.erase(member))
                .then(sessions.endAll(member))
                .then(erase(erased, "erased before this copy was brought back"));
    }

    private Mono<Void> forget(Supporter self) {
        return supporters
                .own(self.subject())
                .map(Recipient::email)
                .flatMap((EmailAddress email) -> proofs.forget(email))
                .then(erase(self, "the member asked for it"));
    }

    private Mono<Void> erase(Supporter self, String reason) {
        return supporters
                .erase(self.id())
                .then(
                        audit.record(
                                "supporters",
                                "supporter.erased",
                                self.id().value().toString(),
                                reason));
    }
}
