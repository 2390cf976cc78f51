package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Optional;

/** Says what a change of a plan changed, the same on pages and in mails. */
@Component
public class PlanWords {

    private final Messages messages;
    private final Formats formats;

    PlanWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** From what to what; empty where nothing but the kind of the change is to be said. */
    public Optional<String> fromTo(Happening change, Language language) {
        String from = said(change, change.from(), language);
        String to = said(change, change.to(), language);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (change.kind()) {
                    case TERMS_CHANGED ->
                            messages.text("giving.change.from-to", language, from, to);
                    case STOPPING -> messages.text("giving.change.from-to.ends", language, from);
                    case STOP_UNDONE ->
                            messages.text("giving.change.from-to.goes-on", language, to);
                    default -> messages.text("giving.change.from-to.charge", language, from, to);
                });
    }

    /** How that stood which the change was about; empty where that is not on record. */
    public String said(Happening change, @Nullable PlanMark mark, Language language) {
        if (mark == null) {
            return "";
        }
        return switch (change.kind()) {
            case TERMS_CHANGED -> terms(change, mark, language);
            case DAY_CHANGED, PAUSED, PAUSE_CHANGED, RESUMED, STOPPING, STOP_UNDONE ->
                    day(mark.nextCharge(), language);
            default -> "";
        };
    }

    /** What it is for as well, where that is what has changed. */
    private String terms(Happening change, PlanMark mark, Language language) {
        String terms = terms(mark.frequency(), mark.parts(), language);
        Cause cause = mark.cause();
        return cause == null || !changesPurpose(change)
                ? terms
                : messages.text(
                        "giving.change.for",
                        language,
                        terms,
                        messages.text("giving.cause." + cause.code(), language));
    }

    /** Not where either is not on record. */
    private static boolean changesPurpose(Happening change) {
        PlanMark from = change.from();
        PlanMark to = change.to();
        return from != null
                && to != null
                && from.cause() != null
                && to.cause() != null
                && from.cause() != to.cause();
    }

    /** How much is given how often, and what is paid for the fee on top. */
    public String terms(Frequency frequency, GiftParts parts, Language language) {
        String key = "giving.plan.amount." + frequency.code();
        String gift = messages.text(key, language, formats.yen(parts.gift()));
        return parts.isCovered()
                ? messages.text("giving.change.covered", language, gift, formats.yen(parts.cover()))
                : gift;
    }

    /** A gift, and all that is charged for it. */
    public String withFee(String gift, String total, Language language) {
        return messages.text("giving.mail.plan.with-fee", language, gift, total);
    }

    private String day(@Nullable LocalDate day, Language language) {
        return day == null
                ? messages.text("giving.change.no-charge", language)
                : formats.date(day, language);
    }
}
