package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What should have left us: a line of Today, that leads to exactly those. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class LateParcelsPageTests {

    @Autowired PaidOrders paid;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @LocalServerPort int port;

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void todayLeadsToWhatIsLate(Language language) {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        String list = "/" + language.tag() + "/desk/parcels?late=yes";
        assertThat(everything(language, list)).doesNotContain(order.reference());

        clock.advance(Duration.ofDays(9));

        assertThat(staff().get("/" + language.tag() + "/desk").page())
                .contains("href=\"" + list + "\"")
                .contains(messages.text("fulfilment.concern.late", language));
        assertThat(everything(language, list)).contains(order.reference());
    }

    /** Three weeks to make it, and two working days to send it. */
    @Test
    void whatIsMadeToOrderIsLateOnlyAfterADayOfItsOwn() {
        Order order = paid.paid(Language.EN, 1, "BLANKET-INDIGO");
        String list = "/en/desk/parcels?late=yes";

        clock.advance(Duration.ofDays(9));
        assertThat(everything(Language.EN, list)).doesNotContain(order.reference());

        clock.advance(Duration.ofDays(60));
        assertThat(everything(Language.EN, list)).contains(order.reference());
    }

    private String everything(Language language, String first) {
        StringBuilder all = new StringBuilder();
        String next = first;
        String more = messages.text("fulfilment.waiting.more", language);
        while (!next.isEmpty()) {
            String page = staff().get(next).page();
            all.append(page.replaceFirst("(?s)<h2 id=\"sent\".*", ""));
            Matcher link =
                    Pattern.compile("href=\"([^\"]+)\">" + Pattern.quote(more)).matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : "";
        }
        return all.toString();
    }

    /** Anew each time: nobody stays signed in for days. */
    private Guest staff() {
        return new Guest(port).atDesk("FULFILMENT");
    }
}
