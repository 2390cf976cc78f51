package org.lfnkr.zabuton.simulator;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The account at the bank that payouts go to, for who wants to try its file: a fee, each payout
 * that has arrived, and each that came back after it had.
 */
record BankBook(World world) {

    /** That a payout arrived at the bank, and that it left it again; Stripe never tells. */
    static final String ARRIVED = "_arrived";

    static final String RETURNED = "_returned";

    private static final String PLACE = "_place";

    private static final long OPENING = 100_000;
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String STRIPE = "ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ";

    private record Movement(long place, long at, long yen) {

        LocalDate day() {
            return LocalDate.ofInstant(Instant.ofEpochSecond(at), TOKYO);
        }
    }

    /** All of it, so that a later file overlaps this one. */
    BankStatement statement() {
        BankStatement file = new BankStatement(OPENING);
        movements()
                .sorted(Comparator.comparing(Movement::place))
                .forEach(
                        it -> {
                            if (file.size() == 0) {
                                file.row(it.day(), -440, "", "ﾌﾘｺﾐﾃｽｳﾘﾖｳ");
                            }
                            file.row(it.day(), it.yen(), STRIPE, "");
                        });
        if (file.size() == 0) {
            throw StripeError.refused(null, null, "No payout has arrived at the bank yet");
        }
        return file;
    }

    /** Behind all that the account has. */
    void note(ObjectNode payout, String what) {
        payout.put(what, world.now()).put(what + PLACE, movements().count());
    }

    private Stream<Movement> movements() {
        return world.objects.newestFirst(Payouts.TYPE, payout -> payout.has(ARRIVED)).stream()
                .flatMap(BankBook::movements);
    }

    private static Stream<Movement> movements(ObjectNode payout) {
        long yen = Json.number(payout, "amount");
        Movement arrived = movement(payout, ARRIVED, yen);
        return payout.has(RETURNED)
                ? Stream.of(arrived, movement(payout, RETURNED, -yen))
                : Stream.of(arrived);
    }

    private static Movement movement(ObjectNode payout, String what, long yen) {
        return new Movement(Json.number(payout, what + PLACE), Json.number(payout, what), yen);
    }
}
