package org.lfnkr.zabuton.orders.owndata;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.OrderParcels;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ReturnRefusal;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.papers.WishWords;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what became of an order for a reader of either language, whichever its buyer had then. A
 * line for each thing; empty where there is nothing to say.
 */
@Component
class CourseWords {

    private final WishWords wishes;
    private final Messages messages;
    private final Formats formats;

    CourseWords(WishWords wishes, Messages messages, Formats formats) {
        this.wishes = wishes;
        this.messages = messages;
        this.formats = formats;
    }

    static Optional<Bilingual> both(Function<Language, String> words) {
        String english = words.apply(Language.EN);
        return english.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bilingual(english, words.apply(Language.JA)));
    }

    static String goods(List<SoldLine> lines, Language language) {
        return lines.stream()
                .map(line -> line.in(language))
                .map(line -> line.name() + " " + line.colour() + " × " + line.quantity())
                .collect(Collectors.joining("\n"));
    }

    Optional<Bilingual> wish(Timing timing) {
        return both(language -> wishes.text(timing.wished(), language));
    }

    /** When each parcel left, with which carrier and under which number. */
    Optional<Bilingual> sent(OrderParcels parcels) {
        return both(
                language ->
                        parcels.parcels().stream()
                                .map(parcel -> sent(parcel, language))
                                .collect(Collectors.joining("\n")));
    }

    private String sent(Parcel parcel, Language language) {
        String tracking = Objects.requireNonNullElse(parcel.tracking(), "");
        return String.join(
                        " ",
                        formats.date(parcel.sentAt(), language),
                        parcel.carrier().in(language),
                        tracking)
                .strip();
    }

    /** How far each return came and when, why, and why not. */
    Optional<Bilingual> returned(List<ReturnView> returns) {
        return both(
                language ->
                        returns.stream()
                                .map(it -> returned(it, language))
                                .collect(Collectors.joining("\n")));
    }

    private String returned(ReturnView it, Language language) {
        ReturnRefusal refusal = it.refusal();
        return messages.text(
                refusal == null ? "orders.data.return" : "orders.data.return.refused",
                language,
                formats.date(it.at(), language),
                messages.text("returns.state." + it.state().code(), language),
                messages.text("returns.cause." + it.cause().code(), language),
                refusal == null
                        ? ""
                        : messages.text("returns.refusal." + refusal.code(), language));
    }
}
