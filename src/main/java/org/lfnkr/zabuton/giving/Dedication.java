package org.lfnkr.zabuton.giving;

import org.springframework.modulith.NamedInterface;

/**
 * Words that belong to a pledge, each empty where there is none. They are kept in the vault only.
 *
 * @param honouree in whose honour it is given
 * @param message for the card
 * @param organisation or class or group in whose name it is given
 * @param alias the name to say thanks to in public, kept by {@code thanks.PublicNames}; without one
 *     the gift is anonymous
 */
@NamedInterface("inside")
public record Dedication(String honouree, String message, String organisation, String alias) {

    public static final Dedication NONE = new Dedication("", "", "", "");

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** What belongs to the pledge alone: a name for thanks may be changed and taken back. */
    public Dedication withoutAlias() {
        return new Dedication(honouree, message, organisation, "");
    }

    public boolean hasCard() {
        return !honouree.isEmpty();
    }

    @Override
    public String toString() {
        return "Dedication[…]";
    }
}
