package org.lfnkr.zabuton.orders.papers;

import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.lfnkr.zabuton.web.Formats;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says when somebody wishes to get a parcel. */
@Component
public class WishWords {

    private final Formats formats;

    WishWords(Formats formats) {
        this.formats = formats;
    }

    /** Day and hours, as far as they are wished; empty without a wish. */
    public String text(DeliveryWish wish, Language language) {
        return Stream.of(
                        Optional.ofNullable(wish.day()).map(day -> day(day, language)),
                        Optional.ofNullable(wish.slot()).map(slot -> slot(slot, language)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(language == Language.JA ? " " : ", "));
    }

    /** With its day of the week. */
    public String day(LocalDate day, Language language) {
        return formats.weekday(day, language);
    }

    private static String slot(DeliverySlot slot, Language language) {
        return slot.words().in(language);
    }

    /** A day that was wished and can't be kept; empty where there is none. */
    public String lost(Timing timing, Language language) {
        LocalDate lost = timing.lost();
        return lost == null ? "" : day(lost, language);
    }
}
