package org.lfnkr.zabuton.fulfilment.making;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queue of what is made to order. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class MakingPageTests {

    private static final String BLANKET = "BLANKET-INDIGO";

    @Autowired PaidOrders paid;
    @Autowired OrderSamples samples;
    @Autowired Messages messages;
    @Autowired Formats formats;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void whatIsMadeToOrderIsQueuedWithItsOrderAndItsDayAndNobodysName(Language language) {
        Order order = paid.paid(language, 2, BLANKET);
        Order stocked = paid.paid(language, 1, "HAT-WOOL");

        String page = queue(language, order);

        var paidOn = BusinessDate.of(Objects.requireNonNull(order.paidAt()));
        assertThat(row(page, order))
                .contains(order.reference(), BLANKET, ">2<")
                .contains(formats.weekday(paidOn.plusDays(order.maxDays()), language))
                .contains(messages.text("fulfilment.making.state.open", language));
        assertThat(page).doesNotContain(stocked.reference(), "??", "@example.org");
    }

    @Test
    void isBegunReadyAndFetchedOnlyThen() {
        Order order = paid.paid(Language.EN, 3, BLANKET);
        int fetched = fetched();
        Guest staff = staff();

        note(staff, order, "begun");
        assertThat(row(queue(Language.EN, order), order)).contains("Being made");
        assertThat(fetched()).isEqualTo(fetched);

        note(staff, order, "made");
        assertThat(row(queue(Language.EN, order), order)).contains("Ready");
        assertThat(fetched()).isEqualTo(fetched + 3);

        note(staff, order, "open");
        assertThat(row(queue(Language.EN, order), order)).contains("Not begun");
        assertThat(fetched()).isEqualTo(fetched);
    }

    @Test
    void whatWasSentWaitsNoMoreAlsoWhenItComesBack() {
        Order order = paid.paid(Language.EN, 1, BLANKET);
        String parcel = "/en/desk/parcels/" + order.id().value();
        Guest staff = staff().at(parcel);
        staff.post(parcel);
        paid.hear();
        assertThat(everything(Language.EN)).doesNotContain(order.reference());

        String back = back(staff.get(parcel).page());
        staff.at(parcel).post(back);
        paid.hear();

        assertThat(row(queue(Language.EN, order), order)).contains("Ready");
    }

    @Test
    void whoMaySendNothingNotesNothing() {
        Order order = paid.paid(Language.EN, 1, BLANKET);
        Guest viewer = new Guest(port).atDesk("VIEWER");

        assertThat(viewer.get("/en/desk/making").page()).doesNotContain("name=\"state\"");
        assertThat(viewer.postUnasked(path(order), "state", "made").status()).isEqualTo(403);
        assertThat(staff().postUnasked(path(order), "state", "sold").status()).isEqualTo(404);
    }

    private static String back(String page) {
        Matcher form = Pattern.compile("action=\"([^\"]+/returns)\"").matcher(page);
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private void note(Guest staff, Order order, String state) {
        assertThat(staff.at("/en/desk/making").postUnasked(path(order), "state", state).status())
                .isEqualTo(303);
    }

    private String path(Order order) {
        return "/en/desk/making/%s/%s"
                .formatted(order.id().value(), samples.variant(BLANKET).value());
    }

    /** The page of the queue on which an order stands. */
    private String queue(Language language, Order order) {
        String all = everything(language);
        assertThat(all).contains(order.reference());
        return all;
    }

    private String everything(Language language) {
        StringBuilder all = new StringBuilder();
        String next = "/" + language.tag() + "/desk/making";
        String more = messages.text("fulfilment.waiting.more", language);
        while (!next.isEmpty()) {
            String page = staff().get(next).page();
            all.append(page);
            Matcher link =
                    Pattern.compile("href=\"([^\"]+)\">" + Pattern.quote(more)).matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : "";
        }
        return all.toString();
    }

    private static String row(String page, Order order) {
        Matcher row =
                Pattern.compile("(?s)<tr[^>]* id=\"" + order.id().value() + "-.*?</tr>")
                        .matcher(page);
        assertThat(row.find()).isTrue();
        return row.group();
    }

    private int fetched() {
        Matcher row =
                Pattern.compile(">" + BLANKET + "</span>.*?</th><td class=\"number\">(\\d+)</td>")
                        .matcher(staff().get("/en/desk/parcels").page());
        return row.find() ? Integer.parseInt(row.group(1)) : 0;
    }

    private Guest staff() {
        return new Guest(port).atDesk("FULFILMENT");
    }
}
