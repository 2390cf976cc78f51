package org.lfnkr.zabuton.counter.bazaars;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day at a counter, over HTTP, with two people who sell and one who closes. */
@ModuleTest
@Import(OrderSamples.class)
class CounterPageTests {

    private static final String SKU = "MITTENS-WOOL";
    private static final long PRICE = 2_800;
    private static final Pattern CODE = Pattern.compile("/bazaars/([0-9-]+)/takings");

    @Autowired Stock stock;
    @Autowired Ledger ledger;
    @Autowired Outbox outbox;
    @Autowired Integrity integrity;
    @Autowired OrderSamples samples;
    @Autowired Messages messages;
    @LocalServerPort int port;

    private final Map<Account, Long> before = new HashMap<>();

    @BeforeEach
    void look() {
        Await.done(outbox.drain().then());
        for (Account account :
                List.of(
                        Account.TRAY,
                        Account.CASH,
                        Account.CARD_TERMINAL,
                        Account.BANK,
                        Account.CASH_DIFFERENCES)) {
            before.put(account, balance(account));
        }
    }

    @AfterEach
    void agree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDayFromTheShelfToTheCashBox(Language language) {
        Guest shop = staff("SHOP");
        int onShelf = received(5);
        String here = opened(shop, language, "5,000");
        taken(shop, here, 4);
        assertThat(available()).isEqualTo(onShelf - 4);

        Answer sold = sold(shop, here, SKU + ".1", "cash", "１００００");
        assertThat(shop.follow(sold).page())
                .contains(text("counter.told.sold", language))
                .contains(text("counter.sale.change", language, "¥7,200"));
        sold(shop, here, SKU + ".1", "terminal", "");
        assertThat(shop.follow(sold(shop, here, SKU + ".1", "cash", "")).page())
                .contains(text("counter.sale.exact", language))
                .doesNotContain("¥0");
        shop.at(here + "/sales/3");
        assertThat(shop.follow(shop.post(here + "/sales/3/undoings")).page())
                .contains(text("counter.told.undone", language))
                .doesNotContain("??");
        drain();
        assertChanged(Account.TRAY, 5_000 + PRICE);
        assertChanged(Account.CASH, -5_000);
        assertChanged(Account.CARD_TERMINAL, PRICE - 101);
        assertThat(shop.get(here + "/sales/2").page())
                .contains("kg")
                .contains(text("counter.means.terminal", language));

        shop.at(here);
        shop.post(here + "/endings");
        assertThat(sold(shop, here, SKU + ".1", "cash", "").page())
                .contains(text("counter.wrong.ended", language));
        Guest other = staff("FULFILMENT");
        assertBlind(other, here);
        assertThat(counts(shop, here, "7700"))
                .contains(text("counter.tray.wait-for-second", language));
        assertThat(shop.postUnasked(here + "/counts", "round", "1", "counted", "7700").status())
                .as("nobody is both of the two")
                .isEqualTo(303);
        assertThat(counts(other, here, "7600")).contains(text("counter.told.differ", language));
        other.postUnasked(here + "/counts", "round", "1", "counted", "7500");
        assertBlind(shop, here);
        assertThat(counts(shop, here, "7,600"))
                .contains(text("counter.tray.wait-for-second", language));
        assertBlind(other, here);
        assertThat(counts(other, here, "7600"))
                .contains("−¥200", text("counter.tray.say-why", language));

        assertThat(other.post(here + "/differences").status()).isEqualTo(422);
        other.post(here + "/differences", "ground", "change");
        assertThat(other.get(here + "/counts").page())
                .contains(text("counter.tray.wait-for-other", language))
                .contains(
                        text(
                                "counter.difference.yours",
                                language,
                                text("counter.difference.change", language)));
        shop.at(here + "/counts");
        shop.post(here + "/agreements");
        assertThat(shop.get(here).page()).contains(text("counter.state.counting.bring", language));
        assertChanged(Account.CASH_DIFFERENCES, 200);
        assertChanged(Account.TRAY, 5_000 + PRICE - 200);

        Guest finance = staff("FINANCE");
        assertThat(finance.get(here).html()).doesNotContain("/closings");
        assertThat(finance.follow(finance.postUnasked(here + "/closings")).page())
                .contains(text("counter.told.unsettled", language));
        shop.at(here + "/returns");
        shop.post(here + "/returns", "pieces-" + SKU, "1");
        assertThat(available()).isEqualTo(onShelf - 3);
        shop.at(here + "/losses");
        shop.post(here + "/losses", "piece", SKU, "pieces", "1", "ground", "stolen");
        finance.at(here);
        assertThat(finance.follow(finance.post(here + "/closings")).page())
                .contains(text("counter.state.closed", language))
                .contains(text("counter.state.closed.lost", language, 1))
                .contains(text("counter.state.closed.off", language, "−¥200"))
                .contains(text("counter.tray.earlier", language, 1, "¥7,700", "¥7,600"))
                .doesNotContain(text("counter.state.closed.next", language))
                .doesNotContain("??");
        assertChanged(Account.TRAY, 0);
        assertChanged(Account.CASH, PRICE - 200);

        assertPaysOut(finance, here, language);
        assertThat(staff("VIEWER").get("/" + language.tag() + "/desk/board").page())
                .contains(text("bookkeeping.board.means.terminal", language));
    }

    /** What was typed can be compared with what is booked. */
    private void assertPaidOutBefore(Answer late, Language language) {
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(
                        text("counter.payout.over", language),
                        text("web.typed", language),
                        "¥2,600")
                .containsPattern("<dd>2,?599(\\.00)?</dd>")
                .doesNotContain("??", "/payouts\"");
    }

    private void assertPaysOut(Guest finance, String here, Language language) {
        finance.at(here);
        assertThat(finance.post(here + "/payouts", "amount", "2,600.00").page())
                .contains("value=\"2,600.00\"", text("counter.payout.day.unreadable", language));
        String day = here.replaceFirst(".*/(\\d+-\\d+-\\d+)-\\d+", "$1");
        String reference = "T-" + UUID.randomUUID();
        String[] right = {"amount", "2600", "day", day, "reference", reference};
        String[] tooMuch = {"amount", "99999999", "day", day, "reference", reference};
        assertThat(finance.post(here + "/payouts", tooMuch).page())
                .contains(text("counter.payout.amount.much", language));
        finance.at(here);
        assertThat(finance.follow(finance.post(here + "/payouts", right)).page())
                .contains(reference)
                .doesNotContain("??");
        assertThat(finance.postUnasked(here + "/payouts", right).location()).contains(here);
        right[1] = "2599";
        assertPaidOutBefore(finance.postUnasked(here + "/payouts", right), language);
        right[1] = "2,599.00";
        assertPaidOutBefore(finance.postUnasked(here + "/payouts", right), language);
        assertChanged(Account.CARD_TERMINAL, 0);
        assertChanged(Account.BANK, 2_600);
    }

    /** What should be there, and what the other found, stands nowhere. */
    private static void assertBlind(Guest counter, String here) {
        for (String page : List.of(here, here + "/counts")) {
            assertThat(counter.get(page).html())
                    .doesNotContain("7800", "7,800", "7700", "7,700", "7600", "7,600");
        }
    }

    @Test
    void aTapThatIsSentTwiceIsOneSale() {
        Guest shop = staff("SHOP");
        received(3);
        String here = opened(shop, Language.EN, "");
        taken(shop, here, 3);
        String[] tap = tap(UUID.randomUUID(), SKU + ".1", PRICE);

        String first = shop.postUnasked(here + "/sales", tap).location();
        assertThat(first).contains("/sales/1");
        assertThat(shop.postUnasked(here + "/sales", tap).location()).isEqualTo(first);
        assertThat(shop.get(here).page()).contains("Sale 1").doesNotContain("Sale 2");
        String other = opened(shop, Language.EN, "");
        assertThat(shop.postUnasked(other + "/sales", tap).status()).isEqualTo(422);
        drain();
        assertChanged(Account.TRAY, PRICE);
        bringBack(shop, here);
    }

    @Test
    void anUndoingThatIsSentTwiceGivesBackOnce() {
        Guest shop = staff("SHOP");
        int onShelf = received(3);
        String here = opened(shop, Language.EN, "");
        taken(shop, here, 3);
        sold(shop, here, SKU + ".1", "cash", "");
        sold(shop, here, SKU + ".1", "cash", "");
        shop.at(here + "/sales/1");
        String undoing = here + "/sales/1/undoings";
        assertThat(shop.follow(shop.post(undoing)).page())
                .contains(text("counter.told.undone", Language.EN));
        assertThat(shop.follow(shop.postUnasked(undoing)).page())
                .contains(text("counter.told.undone", Language.EN));
        Guest other = staff("FULFILMENT");
        assertThat(other.follow(other.postUnasked(undoing)).page())
                .as("they may be about to give the money back, too")
                .contains(text("counter.told.undone-before", Language.EN));
        assertThat(shop.get(here + "/sales/1").html()).doesNotContain("/undoings");
        drain();
        assertChanged(Account.TRAY, PRICE);
        shop.at(here);
        shop.post(here + "/endings");
        shop.at(here + "/returns");
        shop.post(here + "/returns", "pieces-" + SKU, "2");
        assertThat(available()).isEqualTo(onShelf - 1);
    }

    /** The one who counted first is gone, and the other has said why in vain. */
    @ParameterizedTest
    @EnumSource
    void othersCountAnewWhereOneOfTheTwoIsGone(Language language) {
        Guest gone = staff("SHOP");
        Guest left = staff("FULFILMENT");
        Guest finance = staff("FINANCE");
        String here = opened(gone, language, "1000");
        gone.at(here);
        gone.post(here + "/endings");
        counts(gone, here, "900");
        counts(left, here, "900");
        left.postUnasked(here + "/counts", "round", "1", "counted", "800");
        left.at(here + "/counts");
        left.post(here + "/differences", "ground", "change");

        assertThat(finance.get(here + "/counts").page())
                .contains(text("counter.count.anew", language))
                .doesNotContain("¥900", "¥1,000", "??");
        assertThat(counts(finance, here, "950"))
                .contains(text("counter.tray.wait-for-second", language))
                .doesNotContain("¥900");
        assertThat(counts(left, here, "950"))
                .contains(text("counter.tray.say-why", language), "−¥50")
                .contains(text("counter.tray.earlier", language, 1, "¥900", "¥900"));
        assertThat(left.postUnasked(here + "/agreements").status()).isEqualTo(303);
        assertChanged(Account.CASH_DIFFERENCES, 0);
        left.at(here + "/counts");
        left.post(here + "/differences", "ground", "unknown");
        finance.at(here + "/counts");
        finance.post(here + "/agreements");
        assertChanged(Account.CASH_DIFFERENCES, 50);

        finance.at(here);
        assertThat(finance.follow(finance.post(here + "/closings")).page())
                .contains(text("counter.state.closed.off", language, "−¥50"));
        assertChanged(Account.TRAY, 0);
    }

    /** Pieces in a bag and a note of a theft would be one person's word. */
    @ParameterizedTest
    @EnumSource
    void whoSaysThatManyAreGoneDoesNotCloseTheBazaar(Language language) {
        Guest both = new Guest(port).atDesk("SHOP", "FINANCE");
        Guest other = staff("FULFILMENT");
        received(8);
        String here = opened(both, language, "");
        taken(both, here, 8);
        both.at(here + "/losses");
        both.post(here + "/losses", "piece", SKU, "pieces", "6", "ground", "stolen");
        bringBack(both, here);
        both.at(here);
        both.post(here + "/endings");
        counts(both, here, "0");
        counts(other, here, "0");

        both.at(here);
        assertThat(both.follow(both.post(here + "/closings")).page())
                .contains(text("counter.told.own-losses", language))
                .doesNotContain(text("counter.state.closed", language), "??");

        Guest finance = staff("FINANCE").at(here);
        assertThat(finance.follow(finance.post(here + "/closings")).page())
                .contains(text("counter.state.closed", language));
    }

    /** On a phone the columns at the end are out of sight. */
    @Test
    void whatIsInTheBoxAndWhatIsMissingComeFirst() {
        Guest shop = staff("SHOP");
        received(1);
        String here = opened(shop, Language.EN, "");
        taken(shop, here, 1);
        assertThat(shop.get(here).html())
                .containsSubsequence(
                        "<thead>", ">In the box<", ">Missing<", ">Back<", ">Sold<", ">Taken<");
        bringBack(shop, here);
    }

    @Test
    void aFormOfTheBoxThatIsSentTwiceMovesOnce() {
        Guest shop = staff("SHOP");
        int onShelf = received(3);
        String here = opened(shop, Language.EN, "");
        String[] taking = {"form", UUID.randomUUID().toString(), "pieces-" + SKU, "2"};
        shop.postUnasked(here + "/takings", taking);
        shop.postUnasked(here + "/takings", taking);
        assertThat(available()).isEqualTo(onShelf - 2);

        String[] back = {"form", UUID.randomUUID().toString(), "pieces-" + SKU, "1"};
        shop.postUnasked(here + "/returns", back);
        shop.postUnasked(here + "/returns", back);
        assertThat(available()).isEqualTo(onShelf - 1);
        String[] loss = {
            "form", UUID.randomUUID().toString(), "piece", SKU, "pieces", "1", "ground", "missing"
        };
        shop.postUnasked(here + "/losses", loss);
        assertThat(shop.postUnasked(here + "/losses", loss).status()).isEqualTo(303);
        assertThat(shop.get("/en/desk/stock/pieces/" + SKU).page())
                .contains("taken along to a bazaar", "brought back from a bazaar", here);
    }

    @ParameterizedTest
    @EnumSource
    void whatThereIsTooLittleOfIsNamedInTheReadersWords(Language language) {
        Guest shop = staff("SHOP");
        received(1);
        String here = opened(shop, language, "");
        shop.at(here + "/takings");
        String named = language == Language.EN ? "Cable mittens, Unbleached wool (" : "縄編みミトン（生成り、";
        assertThat(shop.post(here + "/takings", "pieces-" + SKU, "9999").page())
                .contains(named + SKU);
        taken(shop, here, 1);
        String[] tap = tap(UUID.randomUUID(), SKU + ".2", 2 * PRICE);
        assertThat(shop.postUnasked(here + "/sales", tap).page()).contains(named + SKU);
        shop.at(here + "/returns");
        assertThat(shop.post(here + "/returns", "pieces-" + SKU, "2").page()).contains(named + SKU);
        shop.at(here + "/losses");
        String[] loss = {"piece", SKU, "pieces", "2", "ground", "missing"};
        assertThat(shop.post(here + "/losses", loss).page()).contains(named + SKU);
        bringBack(shop, here);
    }

    /** Who has the buyer's money in hand loses nothing that was chosen. */
    @ParameterizedTest
    @EnumSource
    void whoSellsWhileSomebodyEndsTheSellingKeepsTheBasket(Language language) {
        Guest shop = staff("SHOP");
        received(1);
        String here = opened(shop, language, "");
        taken(shop, here, 1);
        Guest seller = staff("FULFILMENT").at(here + "/till?sale=" + SKU + ".1");
        shop.at(here).post(here + "/endings");

        Answer late = seller.post(here + "/sales", "given", "5000", "means", "cash");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(text("counter.wrong.ended", language), "value=\"5000\"")
                .doesNotContain("??");
        shop.at(here).post(here + "/resumptions");
        assertThat(seller.post(here + "/sales", "means", "cash").status()).isEqualTo(303);
        bringBack(shop, here);
    }

    @Test
    void whoPacksABoxWhileSomebodyEndsTheSellingKeepsWhatWasTyped() {
        Guest shop = staff("SHOP");
        received(2);
        String here = opened(shop, Language.EN, "");
        Guest packer = staff("FULFILMENT").at(here + "/takings");
        shop.at(here).post(here + "/endings");

        Answer late = packer.post(here + "/takings", "pieces-" + SKU, "2");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page()).contains(text("counter.wrong.not-now", Language.EN));
        assertThat(packer.offered(here + "/takings").fields().getFirst("pieces-" + SKU))
                .isEqualTo("2");
    }

    @Test
    void nothingIsSoldThatIsNotThereOrCostsSomethingElse() {
        Guest shop = staff("SHOP");
        received(1);
        String here = opened(shop, Language.EN, "");
        taken(shop, here, 1);

        assertRefused(shop, here, tap(UUID.randomUUID(), SKU + ".2", 2 * PRICE), "only one");
        assertRefused(
                shop, here, tap(UUID.randomUUID(), SKU + ".1", PRICE - 1), "price has changed");
        assertRefused(shop, here, tap(UUID.randomUUID(), "", 0), "at least one piece");
        shop.at(here + "/till?sale=" + SKU + ".1");
        for (String given : List.of("2799", "28OO", "2800.00", "-1")) {
            Answer answer =
                    shop.at(here + "/till?sale=" + SKU + ".1")
                            .post(here + "/sales", "given", given, "means", "cash");
            assertThat(answer.status()).as(given).isEqualTo(422);
            assertThat(answer.page()).contains("value=\"" + given + "\"");
        }
        assertThat(shop.get(here).page()).contains("Nothing has been sold yet");
        bringBack(shop, here);
    }

    private static void assertRefused(Guest shop, String here, String[] tap, String why) {
        Answer answer = shop.postUnasked(here + "/sales", tap);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page()).contains(why);
    }

    @Test
    void noMoreIsTakenBroughtOrMissedThanThereIs() {
        Guest shop = staff("SHOP");
        int onShelf = received(1);
        String here = opened(shop, Language.EN, "");
        String far = Integer.toString(onShelf + 1);
        for (String pieces : List.of(far, "1.5", "-1", "")) {
            Answer answer =
                    shop.at(here + "/takings").post(here + "/takings", "pieces-" + SKU, pieces);
            assertThat(answer.status()).as(pieces).isEqualTo(422);
            assertThat(answer.page()).contains("value=\"" + pieces + "\"");
        }
        taken(shop, here, 1);
        assertThat(shop.at(here + "/returns").post(here + "/returns", "pieces-" + SKU, "2").page())
                .contains("only one");
        assertThat(
                        shop.at(here + "/losses")
                                .post(
                                        here + "/losses",
                                        "piece",
                                        SKU,
                                        "pieces",
                                        "2",
                                        "ground",
                                        "missing")
                                .page())
                .contains("only one");
        assertThat(available()).isEqualTo(onShelf - 1);
        bringBack(shop, here);
    }

    @Test
    void sellingGoesOnUntilSomebodyHasCounted() {
        Guest shop = staff("SHOP");
        String here = opened(shop, Language.EN, "");
        shop.at(here);
        shop.post(here + "/endings");
        shop.at(here);
        assertThat(shop.follow(shop.post(here + "/resumptions")).page()).contains("Open.");
        shop.post(here + "/endings");
        counts(shop, here, "0");

        assertThat(shop.get(here).html()).doesNotContain("/resumptions");
        assertThat(shop.follow(shop.postUnasked(here + "/resumptions")).page())
                .contains(text("counter.told.not-now", Language.EN));
    }

    /** Nobody's name, the place and the buyer can't be said anywhere. */
    @ParameterizedTest
    @EnumSource
    void theReceiptAsksForNoName(Language language) {
        Guest shop = staff("SHOP");
        received(1);
        String here = opened(shop, language, "");
        taken(shop, here, 1);
        shop.follow(sold(shop, here, SKU + ".1", "cash", ""));

        Answer paper = shop.get(here + "/sales/1/receipt.pdf");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        shop.at(here + "/sales/1");
        shop.post(here + "/sales/1/undoings");
        assertThat(shop.get(here + "/sales/1/receipt.pdf").status()).isEqualTo(404);
        bringBack(shop, here);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/2026-13-40-1",
                "/x",
                "/2026-11-27-99999999999",
                "/\0",
                "?before=\0",
                "?before=2026-02-30-1",
                "?late=&before='"
            })
    void whatIsForgedIsNotFoundOrBegins(String forged) {
        Answer answer = staff("VIEWER").get("/ja/desk/bazaars" + forged);

        assertThat(answer.status()).as(forged).isIn(200, 400, 404);
        assertThat(answer.page()).doesNotContain("??");
    }

    private Guest staff(String role) {
        return new Guest(port).atDesk(role);
    }

    private String opened(Guest staff, Language language, String change) {
        String list = "/" + language.tag() + "/desk/bazaars";
        Matcher code = CODE.matcher(staff.at(list).post(list, "change", change).location());
        assertThat(code.find()).isTrue();
        return list + "/" + code.group(1);
    }

    private void taken(Guest staff, String here, int pieces) {
        staff.at(here + "/takings");
        assertThat(staff.post(here + "/takings", "pieces-" + SKU, "" + pieces).status())
                .isEqualTo(303);
    }

    /** Taps what the address says, and how it is paid. */
    private static Answer sold(
            Guest staff, String here, String basket, String means, String given) {
        staff.at(here + "/till?sale=" + basket);
        return staff.post(here + "/sales", "means", means, "given", given);
    }

    private static String[] tap(UUID form, String basket, long total) {
        return new String[] {
            "form", form.toString(), "sale", basket, "total", "" + total, "means", "cash"
        };
    }

    private static String counts(Guest staff, String here, String yen) {
        staff.at(here + "/counts");
        return staff.follow(staff.post(here + "/counts", "counted", yen)).page();
    }

    private static void bringBack(Guest staff, String here) {
        staff.at(here + "/returns");
        staff.post(here + "/returns");
    }

    private int received(int pieces) {
        Await.done(stock.receive(samples.variant(SKU), pieces, Arrival.MADE));
        return available();
    }

    private int available() {
        VariantId variant = samples.variant(SKU);
        return Await.value(stock.available(List.of(variant))).getOrDefault(variant, -1);
    }

    private void drain() {
        Await.done(outbox.drain().then());
    }

    private void assertChanged(Account account, long yen) {
        assertThat(balance(account) - before.getOrDefault(account, 0L))
                .as(account.code())
                .isEqualTo(yen);
    }

    private long balance(Account account) {
        return Await.value(ledger.balance(account)).yen();
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }
}
