package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.approvals.Signatories;
import org.lfnkr.zabuton.audit.AuditEntry;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.Change;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mail.SentLetter;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells who did what to an order, when and why: from the order, its mails and the audit. A refund
 * is told as it went on, and never as it stands now.
 */
@Component
class OrderCourses {

    /** The audit tells of these too, and by whom they were done. */
    private static final Set<Happening.Kind> OF_PARCELS =
            EnumSet.of(
                    Happening.Kind.SENT,
                    Happening.Kind.CAME_BACK,
                    Happening.Kind.RENUMBERED,
                    Happening.Kind.CALLED_OFF);

    private static final String REFUND = "payment.refund";

    private final AuditTrail audit;
    private final Mail mail;
    private final Messages messages;
    private final Formats formats;
    private final Signatories staff;

    OrderCourses(
            AuditTrail audit, Mail mail, Messages messages, Formats formats, Signatories staff) {
        this.staff = staff;
        this.audit = audit;
        this.mail = mail;
        this.messages = messages;
        this.formats = formats;
    }

    /** Oldest first. */
    Mono<List<CourseStep>> of(OrderStory story, Language language) {
        Order order = story.order();
        Flux<CourseStep> known =
                Flux.fromStream(
                        story.happenings().stream()
                                .filter(it -> !OF_PARCELS.contains(it.kind()))
                                .map(it -> happened(it, language)));
        Flux<CourseStep> letters =
                mail.about(List.of(order.id().value())).map(it -> letter(it, language));
        Flux<CourseStep> acts =
                audit.about(subjects(story))
                        .concatMap(it -> who(it.actor()).map(who -> act(it, who, language)));
        return Flux.concat(known, letters, acts)
                .collectSortedList(Comparator.comparing(CourseStep::at));
    }

    /** By what the audit knows the order, its payment, its refunds and its parcels. */
    private static List<String> subjects(OrderStory story) {
        Order order = story.order();
        return Stream.concat(
                        Stream.of(order.id().value().toString(), order.payment().toString()),
                        Stream.concat(
                                story.refunds().stream().map(refund -> refund.id().toString()),
                                story.parcels().parcels().stream().map(it -> it.id().toString())))
                .toList();
    }

    private CourseStep happened(Happening it, Language language) {
        String amount = it.amount() == null ? "" : formats.yen(it.amount());
        return step(
                it.at(), messages.text("storefront.happened." + code(it.kind()), language, amount));
    }

    private CourseStep letter(SentLetter it, Language language) {
        String title = messages.text(it.titleKey(), language);
        String state = messages.text("letters.data.state." + it.state(), language);
        return step(it.queuedAt(), messages.text("storefront.desk.letter", language, title, state));
    }

    /** What the staff calls whoever acted; a part of the system by its name. */
    private Mono<String> who(String actor) {
        return Mono.just(Slice.id(actor))
                .filter(account -> account.toString().equals(actor))
                .flatMap(staff::called)
                .defaultIfEmpty(actor);
    }

    private CourseStep act(AuditEntry it, String who, Language language) {
        String what = messages.text("audit.act." + it.action(), language);
        return new CourseStep(it.at(), what, who, why(it, language));
    }

    private String why(AuditEntry it, Language language) {
        Change change = it.change();
        String reason = reason(it, language);
        return change.equals(Change.NONE)
                ? reason
                : reason + " (" + change.before() + " → " + change.after() + ")";
    }

    /** Of what staff decided of money the reason is a code. */
    private String reason(AuditEntry it, Language language) {
        return reasons(it.action())
                .map(
                        codes ->
                                messages.getMessage(
                                        codes
                                                + it.reason()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'),
                                        null,
                                        it.reason(),
                                        language.locale()))
                .orElse(it.reason());
    }

    private static Optional<String> reasons(String action) {
        return switch (action) {
            case REFUND -> Optional.of("refunds.reason.");
            case "payment.held" -> Optional.of("held.reason.");
            case "hold.accepted", "hold.returned", "order.pieces-released" ->
                    Optional.of("held.why.");
            case "supporter.address-corrected" -> Optional.of("reveals.reason.");
            default -> Optional.empty();
        };
    }

    private static CourseStep step(Instant at, String what) {
        return new CourseStep(at, what, "", "");
    }

    private static String code(Happening.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
