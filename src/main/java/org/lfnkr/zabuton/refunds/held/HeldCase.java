package org.lfnkr.zabuton.refunds.held;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.processing.Hold;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something that is held, with all that is known of it but whose it is.
 *
 * @param reference of the order or gift
 * @param story of the order; null where it is of a gift
 * @param setAside whether the order's pieces wait with it
 * @param charges of a plan that is held
 * @param impact what was promised; null for no claim
 * @param decidedBy what the staff calls whoever decided; empty for nobody
 */
record HeldCase(
        Hold hold,
        String reference,
        @Nullable OrderStory story,
        boolean setAside,
        List<Hold> charges,
        @Nullable ImpactStory impact,
        String decidedBy) {

    HeldCase {
        charges = List.copyOf(charges);
    }

    /** As {@link HeldEntry#kind}. */
    public String kind() {
        return entry().kind();
    }

    /** What can be done now. */
    public List<HeldAct> acts() {
        return Stream.of(HeldAct.values()).filter(this::may).toList();
    }

    boolean may(HeldAct act) {
        return switch (act) {
            case ACCEPT -> hold.isAcceptable();
            case GIVE_BACK -> hold.isOpen();
            case RELEASE -> hold.isOpen() && setAside;
        };
    }

    /** Why it can't be accepted, as messages know it; null where it can. */
    public @Nullable String refusal() {
        if (hold.isAcceptable()) {
            return null;
        }
        if (hold.plan() != null) {
            return "plan";
        }
        if (hold.reason() == HoldReason.MODE || hold.reason() == HoldReason.CURRENCY) {
            return hold.code();
        }
        if (hold.settled()) {
            return "settled";
        }
        return hold.amount() == null ? "nothing" : less();
    }

    private String less() {
        return hold.amount() != null && hold.amount() < hold.asked().yen() ? "less" : "tried";
    }

    /** Whether money can go back; else there is only an end. */
    public boolean hasMoney() {
        return hold.left() > 0 || charges.stream().anyMatch(charge -> charge.left() > 0);
    }

    /** As {@link HeldEntry#foreign}. */
    public String foreign() {
        return entry().foreign();
    }

    private HeldEntry entry() {
        return new HeldEntry(hold, reference, story != null);
    }

    /** Yen of which more than one person may have to decide. */
    long weight() {
        long own = hold.isYen() || hold.left() == 0 ? hold.left() : hold.asked().yen();
        return own + charges.stream().filter(Hold::isOpen).mapToLong(Hold::left).sum();
    }

    /** The same as long as nothing has happened to it. */
    public String seen() {
        String said =
                Stream.concat(Stream.of(hold), charges.stream())
                                .map(it -> it.id() + " " + it.state() + " " + it.left())
                                .toList()
                        + " "
                        + setAside;
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
