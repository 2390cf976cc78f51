package org.lfnkr.zabuton.giving.hand;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.pledges.PledgesByHand.Known;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.offline.Means;
import org.lfnkr.zabuton.payments.offline.Slip;
import org.lfnkr.zabuton.web.Form;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.lfnkr.zabuton.web.TypedDay;
import org.lfnkr.zabuton.web.TypedNumber;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One gift as somebody reads it off a paper.
 *
 * @param problems in the order of the page; none where everything was understood
 */
record HandGiftForm(Map<String, String> typed, List<Problem> problems) {

    private static final Money LEAST = Money.yen(50);
    private static final Money MOST = Money.yen(99_999_999);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REFERENCE = 60;

    HandGiftForm {
        typed = Map.copyOf(typed);
        problems = List.copyOf(problems);
    }

    /** The next one, which most often is like the last. */
    static HandGiftForm after(Batch batch, List<HandGift> gifts) {
        Map<String, String> values = new HashMap<>();
        values.put("on", batch.day().toString());
        if (!gifts.isEmpty()) {
            HandGift last = gifts.getLast();
            values.put("on", last.receivedOn().toString());
            values.put("means", last.way());
            values.put("cause", last.cause().code());
            values.put("language", last.language().tag());
        }
        return new HandGiftForm(values, List.of());
    }

    static HandGiftForm sent(Map<String, String> typed, Instant now) {
        HandGiftForm form = new HandGiftForm(typed, List.of());
        return new HandGiftForm(typed, form.complaints(BusinessDate.of(now)));
    }

    HandGiftForm with(Problem problem) {
        return new HandGiftForm(typed, List.of(problem));
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    Form form() {
        return new Form(typed, problems);
    }

    static List<String> allMeans() {
        return Arrays.stream(Means.values()).map(HandGiftForm::code).toList();
    }

    private static String code(Means means) {
        return means.name().toLowerCase(Locale.ROOT);
    }

    /** Only where nothing is wrong. */
    HandGift gift(UUID batch) {
        return new HandGift(
                UUID.randomUUID(),
                batch,
                day().orElseThrow(),
                sum().orElseThrow(),
                means().orElseThrow(),
                reference(),
                cause().orElseThrow(),
                Language.of(value("language")).orElse(Language.JA),
                null,
                null,
                null);
    }

    /** Who gave; null where nobody is named. */
    @Nullable Known giver() {
        return isAnonymous() ? null : new Known(name(), mail().orElseThrow());
    }

    private boolean isAnonymous() {
        return name().isEmpty() && value("email").isBlank();
    }

    private List<Problem> complaints(LocalDate today) {
        List<Problem> found = new ArrayList<>();
        if (day().isEmpty()) {
            found.add(Problem.of("on", "giving.hand.day.unreadable"));
        } else if (day().get().isAfter(today)) {
            found.add(Problem.of("on", "giving.hand.day.early"));
        }
        if (sum().isEmpty()) {
            found.add(Problem.of("yen", "giving.hand.yen.unreadable", LEAST.yen(), MOST.yen()));
        }
        if (means().isEmpty()) {
            found.add(Problem.of("means", "giving.hand.means.missing"));
        }
        if (!Slip.isReference(reference()) || reference().length() > LONGEST_REFERENCE) {
            found.add(
                    Problem.of("reference", "giving.hand.reference.unreadable", LONGEST_REFERENCE));
        }
        if (cause().isEmpty()) {
            found.add(Problem.of("cause", "giving.hand.cause.missing"));
        }
        found.addAll(ofGiver());
        return found;
    }

    private List<Problem> ofGiver() {
        if (isAnonymous()) {
            return List.of();
        }
        if (name().isEmpty()) {
            return List.of(Problem.of("name", "giving.hand.name.missing"));
        }
        if (Typed.length(name()) > LONGEST_NAME) {
            return List.of(Problem.of("name", "receipts.too-long", LONGEST_NAME));
        }
        return mail().isEmpty()
                ? List.of(Problem.of("email", "giving.hand.email.unreadable"))
                : List.of();
    }

    private Optional<LocalDate> day() {
        return TypedDay.of(value("on"));
    }

    private Optional<Money> sum() {
        return TypedNumber.sum(value("yen"))
                .filter(it -> it.compareTo(LEAST) >= 0 && it.compareTo(MOST) <= 0);
    }

    private Optional<Means> means() {
        return Arrays.stream(Means.values())
                .filter(means -> code(means).equals(value("means")))
                .findFirst();
    }

    private Optional<Cause> cause() {
        return Cause.of(value("cause"));
    }

    private String reference() {
        return Typed.code(value("reference"));
    }

    private String name() {
        return Typed.line(value("name"));
    }

    private Optional<EmailAddress> mail() {
        return EmailAddress.parse(value("email"));
    }

    private String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
