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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** As a carrier's program writes it: many columns, Shift_JIS, and where people live. */
    @ParameterizedTest
    @EnumSource
    void aCarriersFileIsReadByItsColumnsAndNoMoreOfItIsShown(Language language) {
        Order order = sent("");
        String page = "/" + language.tag() + "/desk/parcels/numbers";
        String file =
                "お客様管理番号1,お届け先名,お届け先住所1,伝票番号\r\n\""
                        + order.reference()
                        + "\",髙﨑,\"渋谷区1-2, 3号\",1234-5678-9012\r\n00000-00000,髙﨑,渋谷区,444444\r\n";
        Guest staff = new Guest(port).atDesk("FULFILMENT");

        String read = bring(staff, page, file, "1", "4").page();

        assertThat(read)
                .contains(messages.text("fulfilment.numbers.done", language, 1, 0, 1))
                .contains("00000-00000,444444")
                .doesNotContain("髙﨑", "渋谷区", "??");
        assertThat(parcel(order).tracking()).isEqualTo("123456789012");
        assertThat(bring(staff, page, file, "4", "4").page())
                .contains(messages.text("fulfilment.numbers.columns", language));
        assertThat(bring(staff, page, file, "4", "1").page())
                .contains(messages.text("fulfilment.numbers.done", language, 0, 0, 2));
    }

    private static Guest.Answer bring(
            Guest staff, String page, String file, String order, String number) {
        return staff.bring(
                page + "/files",
                Map.of("order", order, "number", number),
                "file",
                file.getBytes(Charset.forName("windows-31j")));
    }

    @Test
    void aFileThatNobodyCanReadNotesNothing() {
        Guest staff = new Guest(port).atDesk("FULFILMENT");
        Map<String, String> columns = Map.of("order", "1", "number", "2");
        byte[] unread = "注文,番号".getBytes(StandardCharsets.UTF_16);

        for (byte[] file : List.of(new byte[0], unread, new byte[1_000_001])) {
            Guest.Answer answer = staff.bring(PAGE + "/files", columns, "file", file);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page()).contains("id=\"file-error\"");
        }
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
