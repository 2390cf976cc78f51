package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.purposes.Destination;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

/**
 * The wish to give exactly what stood on the check page.
 *
 * @param attempt of this visitor's form; the same attempt with the same content is one pledge
 * @param gift in yen, without what covers the fee
 * @param destination what was said of where it goes, as {@link Destination#seen} has it; empty
 *     where nothing had to be said
 * @param seen the sum that stood on the button, in yen
 * @param agreed the giver agreed to the fund's purpose, in its present version
 */
public record GiveWish(
        UUID attempt,
        Frequency frequency,
        Cause cause,
        Money gift,
        boolean coversFee,
        String name,
        EmailAddress email,
        Dedication dedication,
        Language language,
        String destination,
        Money seen,
        boolean agreed) {

    /** Where nothing had to be said of where it goes. */
    public GiveWish(
            UUID attempt,
            Frequency frequency,
            Cause cause,
            Money gift,
            boolean coversFee,
            String name,
            EmailAddress email,
            Dedication dedication,
            Language language,
            Money seen,
            boolean agreed) {
        this(
                attempt,
                frequency,
                cause,
                gift,
                coversFee,
                name,
                email,
                dedication,
                language,
                "",
                seen,
                agreed);
    }

    /** The same for what its money goes to. */
    GiveWish to(Cause other) {
        return new GiveWish(
                attempt,
                frequency,
                other,
                gift,
                coversFee,
                name,
                email,
                dedication,
                language,
                destination,
                seen,
                agreed);
    }

    @Override
    public String toString() {
        return "GiveWish[…]";
    }
}
