package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.util.Locale;

/** Tracking numbers come as a list, and what was not noted is told line by line. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class NumbersPageTests {

    private static final String PAGE = "/en/desk/parcels/numbers";

    @Autowired PaidOrders paid;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void eachLineIsNotedForItselfAndTheCountIsHonest(Language language) {
        Order first = sent("");
        Order second = sent("");
        Order numbered = sent("111111");
        Order unsent = paid.paid(Language.EN, 1, "HAT-WOOL");
        String list =
                String.join(
                        "\r\n",
                        "注文番号,追跡番号,備考",
                        first.reference() + ",1234-5678-9012,x",
                        "\"" + second.reference().toLowerCase(Locale.ROOT) + "\"\t\"ＡＢ１２３４５６\"",
                        numbered.reference() + ";222222",
                        unsent.reference() + ",333333",
                        "00000-00000,444444",
                        first.reference() + ",1/2",
                        "");
        String page = "/" + language.tag() + "/desk/parcels/numbers";
        Guest staff = new Guest(port).atDesk("FULFILMENT").at(page);

        Guest.Answer noted = staff.post(page, "list", list);

        assertThat(noted.status()).isEqualTo(200);
        assertThat(noted.page())
                .contains(messages.text("fulfilment.numbers.done", language, 2, 0, 4))
                .contains(
                        messages.text("fulfilment.numbers.why.another", language),
                        messages.text("fulfilment.numbers.why.not-sent", language),
                        messages.text("fulfilment.numbers.why.no-order", language),
                        messages.text("fulfilment.numbers.why.no-number", language))
                .doesNotContain("??", "{0}");
        assertThat(parcel(first).tracking()).isEqualTo("123456789012");
        assertThat(parcel(second).tracking()).isEqualTo("AB123456");
        assertThat(parcel(numbered).tracking()).isEqualTo("111111");
        assertThat(staff.offered(page).fields().getFirst("list"))
                .doesNotContain("1234-5678-9012", "ＡＢ")
                .contains(numbered.reference(), unsent.reference(), "00000-00000", "1/2");
        paid.hear();
        assertThat(paid.letters(first).getLast().text()).contains("123456789012");

        int before = paid.letters(first).size();
        assertThat(staff.at(page).post(page, "list", list).page())
                .contains(messages.text("fulfilment.numbers.done", language, 0, 2, 4));
        paid.hear();
        assertThat(paid.letters(first)).hasSize(before);
    }

    /** Which of two is meant nobody can tell. */
    @Test
    void ofSeveralParcelsWithoutANumberNoneIsGuessed() {
        Order order = paid.paid(Language.EN, 2, "HAT-WOOL");
        Guest staff = new Guest(port).atDesk("FULFILMENT");
        String desk = "/en/desk/parcels/" + order.id().value();
        String pieces =
                staff.at(desk).offered(desk).names().stream()
                        .filter(name -> name.startsWith("pieces-"))
                        .findFirst()
                        .orElseThrow();
        staff.at(desk).post(desk, pieces, "1");
        staff.at(desk).post(desk);

        assertThat(staff.at(PAGE).post(PAGE, "list", order.reference() + ",123456").page())
                .contains(messages.text("fulfilment.numbers.why.several", Language.EN));
    }

    @Test
    void anEmptyOrEndlessListIsRefused() {
        Guest staff = new Guest(port).atDesk("SHOP");

        Guest.Answer empty = staff.at(PAGE).post(PAGE, "list", "nothing\n");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page())
                .contains(messages.text("fulfilment.numbers.none", Language.EN), "nothing");
        Guest.Answer endless = staff.at(PAGE).post(PAGE, "list", "00000-00000,1\n".repeat(501));
        assertThat(endless.status()).isEqualTo(422);
        assertThat(endless.page())
                .contains(messages.text("fulfilment.numbers.many", Language.EN, 500));
    }

    private Order sent(String number) {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        Guest staff = new Guest(port).atDesk("FULFILMENT");
        String desk = "/en/desk/parcels/" + order.id().value();
        staff.at(desk).post(desk, "tracking", number);
        paid.hear();
        return order;
    }

    private Parcel parcel(Order order) {
        return paid.story(order).parcels().parcels().getFirst();
    }
}
