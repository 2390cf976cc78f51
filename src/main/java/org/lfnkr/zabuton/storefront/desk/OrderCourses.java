package org.lfnkr.zabuton.storefront.desk;

import org.lfnkr.zabuton.audit.AuditEntry;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.AuditWords;
import org.lfnkr.zabuton.audit.Change;
import org.lfnkr.zabuton.kernel.Language;
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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells who did what to an order, when and why: from the order, its mails and the audit. A refund
 * is told as it went on, and never as it stands now.
 */
@Component
class OrderCourses {

    /** The audit tells of these too, and by whom they were done. */
    private static final Set<Happening.Kind> BY_STAFF =
            EnumSet.of(
                    Happening.Kind.SENT,
                    Happening.Kind.CAME_BACK,
                    Happening.Kind.RENUMBERED,
                    Happening.Kind.CALLED_OFF,
                    Happening.Kind.RETURN_ACCEPTED,
                    Happening.Kind.RETURN_REFUSED,
                    Happening.Kind.RETURN_ARRIVED,
                    Happening.Kind.RETURN_CHECKED);

    private final AuditTrail audit;
    private final Mail mail;
    private final Messages messages;
    private final Formats formats;
    private final AuditWords words;

    OrderCourses(
            AuditTrail audit, Mail mail, Messages messages, Formats formats, AuditWords words) {
        this.words = words;
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
                                .filter(it -> !BY_STAFF.contains(it.kind()))
                                .map(it -> happened(it, language)));
        Flux<CourseStep> letters =
                mail.about(List.of(order.id().value())).map(it -> letter(it, language));
        Flux<CourseStep> acts = audit.about(subjects(story)).map(it -> act(it, language));
        return Flux.concat(known, letters, acts)
                .collectSortedList(Comparator.comparing(CourseStep::at));
    }

    /** By what the audit knows the order, its payment, its refunds, parcels and returns. */
    private static List<String> subjects(OrderStory story) {
        Order order = story.order();
        return Stream.concat(
                        Stream.of(order.id().value().toString(), order.payment().toString()),
                        Stream.of(
                                        story.refunds().stream().map(it -> it.id().toString()),
                                        story.parcels().parcels().stream()
                                                .map(it -> it.id().toString()),
                                        story.returns().stream().map(it -> it.id().toString()))
                                .flatMap(ids -> ids))
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

    private CourseStep act(AuditEntry it, Language language) {
        String what = messages.text("audit.act." + it.action(), language);
        return new CourseStep(it.at(), what, it.actor(), why(it, language));
    }

    private String why(AuditEntry it, Language language) {
        Change change = it.change();
        String reason = words.reason(it, language);
        return change.equals(Change.NONE)
                ? reason
                : reason
                        + " ("
                        + words.value(it, change.before(), language)
                        + " → "
                        + words.value(it, change.after(), language)
                        + ")";
    }

    private static CourseStep step(Instant at, String what) {
        return new CourseStep(at, what, "", "");
    }

    private static String code(Happening.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
