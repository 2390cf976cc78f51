package org.lfnkr.zabuton.shipping;

import org.lfnkr.zabuton.kernel.Bilingual;

import java.util.Arrays;
import java.util.Optional;

/** The hours between which carriers in Japan bring a parcel if one wishes. */
public enum DeliverySlot {
    MORNING("before noon", "午前中"),
    FROM_14("14:00–16:00", "14時〜16時"),
    FROM_16("16:00–18:00", "16時〜18時"),
    FROM_18("18:00–20:00", "18時〜20時"),
    FROM_19("19:00–21:00", "19時〜21時");

    private final Bilingual words;

    DeliverySlot(String en, String ja) {
        words = new Bilingual(en, ja);
    }

    public Bilingual words() {
        return words;
    }

    /** By its name; empty for any other text. */
    public static Optional<DeliverySlot> of(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
