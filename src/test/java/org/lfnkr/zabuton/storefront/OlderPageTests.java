package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.StatementLog;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists that grow are shown in parts, of which nothing is missing and nothing twice. */
@ModuleTest
@Import({SignInSamples.class, OrderSamples.class})
class OlderPageTests {

    private static final Pattern OLDER = Pattern.compile("<a href=\"([^\"]+)\">Show older ones<");

    @Autowired SignInSamples samples;
    @Autowired OrderSamples orderSamples;
    @Autowired Orders orders;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired ApplicationContext application;

    private final EmailAddress email = newAddress();

    /** Two at a time were placed at the same moment. */
    @Test
    void myPageLeadsToEveryOrder() {
        PlaceOrder wish =
                orderSamples.wish(Cart.EMPTY.add(orderSamples.variant("BLANKET-INDIGO"), 1));
        PlaceOrder mine =
                new PlaceOrder(
                        wish.attempt(),
                        wish.cart(),
                        wish.delivery(),
                        email,
                        wish.language(),
                        wish.seen(),
                        true);
        Await.value(orders.place(mine));
        copies(
                "orders.orders",
                "attempt",
                mine.attempt(),
                """
                {"id": gen_random_uuid(), "payment": gen_random_uuid(), "attempt": gen_random_uuid(),
                 "reference": upper(left(gen_random_uuid()::text, 5) || '-' || to_char(n, 'FM00000')),
                 "placed_at": it.placed_at + n / 2 * interval '1 hour'}
                """);

        List<String> shown =
                shown(
                        "/en/me",
                        "class=\"reference\" href=\"/en/orders/[^\"]+\">([^<]+)<",
                        samples.signedIn(email));

        assertThat(shown).hasSize(45).doesNotHaveDuplicates();
        List<Integer> numbers =
                shown.stream()
                        .filter(it -> it.matches(".{5}-000\\d\\d"))
                        .map(it -> Integer.parseInt(it.substring(6)) / 2)
                        .toList();
        assertThat(numbers).hasSize(44).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void whatSomebodyGaveIsShownInParts() {
        Pledge pledge =
                new GiftSamples(application).given(GiftSamples.wish(email, Frequency.MONTHLY));
        copies(
                "giving.charge",
                "pledge",
                pledge.id().value(),
                """
                {"payment": gen_random_uuid(), "gift": 1000 + n,
                 "charged_at": it.charged_at + n / 2 * interval '1 hour'}
                """);
        Guest giver = samples.signedIn(email);
        String sum = "<td role=\"cell\" class=\"number\"><span>([^<]+)<";

        List<String> all = shown("/en/me/giving", sum, giver);

        assertThat(all).hasSize(45).doesNotHaveDuplicates().startsWith("¥1,044");
        String plan = found("href=\"(/en/me/giving/[^\"/?]+)\"", giver.get("/en/me/giving"));
        assertThat(shown(plan, sum, giver)).isEqualTo(all);
        asksForWhatIsKnownOfAllAtOnce(giver, "/en/me/giving");
        assertThat(shown("/en/me/receipts", "class=\"figure\">([^<]+)<", giver)).isEqualTo(all);
    }

    private void asksForWhatIsKnownOfAllAtOnce(Guest giver, String page) {
        try (StatementLog log = StatementLog.of(testDatabase)) {
            giver.get(page);
            assertThat(log.saying("from impact.statement", "from giving.destination")).hasSize(2);
        }
    }

    @Test
    void aPlansStepsAreShownInParts() {
        Pledge pledge =
                new GiftSamples(application).given(GiftSamples.wish(email, Frequency.MONTHLY));
        Await.done(
                database.sql(
                                "insert into giving.happening (about, kind, amount, at)"
                                        + " select :plan, 'CHARGED', 1000 + n, now()"
                                        + " from generate_series(1, 44) n")
                        .bind("plan", pledge.story())
                        .then());
        Guest giver = samples.signedIn(email);
        String plan = found("href=\"(/en/me/giving/[^\"/?]+)\"", giver.get("/en/me/giving"));

        List<String> steps = shown(plan, "timeline__title\">[^<]*¥(1,0\\d\\d)", giver);

        assertThat(steps).hasSize(44).doesNotHaveDuplicates();
        assertThat(steps.subList(0, 20)).endsWith("1,044");
    }

    /** Follows what the page offers. */
    private static List<String> shown(String path, String item, Guest guest) {
        List<String> all = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            String page = guest.get(next.replaceFirst("#.*", "")).page();
            List<String> some =
                    Pattern.compile(item).matcher(page).results().map(it -> it.group(1)).toList();
            assertThat(some).hasSizeBetween(1, 20);
            all.addAll(some);
            assertThat(page.contains("Back to the latest")).isEqualTo(!next.equals(path));
            next = OLDER.matcher(page).results().findFirst().map(OlderPageTests::link).orElse("");
        }
        return all;
    }

    private static String link(MatchResult found) {
        return found.group(1);
    }

    private static String found(String pattern, Guest.Answer answer) {
        Matcher found = Pattern.compile(pattern).matcher(answer.page());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Rows 1 to 44 like one that is there, which differ as told; nobody pays or books them. */
    private void copies(String table, String column, Object value, String differences) {
        String changes =
                differences.strip().replaceAll("^\\{|}$", "").replaceAll("\"(\\w+)\":", "'$1',");
        Await.done(
                database.sql(
                                "insert into %1$s select copy.* from %1$s it, generate_series(1, 44) n, jsonb_populate_record(it, jsonb_build_object(%3$s)) copy where it.%2$s = :value"
                                        .formatted(table, column, changes))
                        .bind("value", value)
                        .then());
    }
}
