package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.PageForm;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.util.List;
import java.util.Objects;

/** Two who pack the same order: the slower one hears what happened and loses nothing typed. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class TwoPackersPageTests {

    private static final String NUMBER = "1234-5678-9012";

    @Autowired PaidOrders paid;
    @Autowired Messages messages;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void theSlowersNumberGoesToTheParcelThatWaitsForOne(Language language) {
        Order order = paid.paid(language, 1, "HAT-WOOL");
        String page = desk(language, order);
        Guest slower = staff().at(page);
        staff().at(page).post(page, "carrier", "post");

        Guest.Answer late = slower.post(page, "carrier", "courier", "tracking", NUMBER);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(messages.text("fulfilment.overtaken.all", language))
                .contains(messages.text("web.typed", language))
                .contains("href=\"#typed\"", "id=\"typed\"")
                .doesNotContain("??");
        Parcel parcel = parcels(order).getFirst();
        assertThat(parcel.tracking()).isNull();
        slower.post(page + "/" + parcel.id() + "/tracking");
        assertThat(parcels(order))
                .singleElement()
                .extracting(Parcel::tracking)
                .isEqualTo("123456789012");
    }

    /** It may be a second parcel: the number of the first is not offered to be taken away. */
    @Test
    void theSlowersNumberIsShownBesideTheOneThatIsNoted() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        String page = desk(Language.EN, order);
        Guest slower = staff().at(page);
        staff().at(page).post(page, "tracking", "654321");

        Guest.Answer late = slower.post(page, "tracking", NUMBER);

        Parcel parcel = parcels(order).getFirst();
        assertThat(late.page()).contains(NUMBER);
        assertThat(number(slower, page, parcel)).isEqualTo("654321");
    }

    @Test
    void whoWantsMoreThanIsLeftHearsThatSomeHasBeenSent() {
        Order order = paid.paid(Language.EN, 3, "HAT-WOOL");
        String page = desk(Language.EN, order);
        Guest slower = staff().at(page);
        Guest faster = staff().at(page);
        String pieces = pieces(faster.offered(page)).getFirst();
        faster.post(page, pieces, "2");

        Guest.Answer late = slower.post(page, "tracking", NUMBER);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(messages.text("fulfilment.overtaken.part", Language.EN))
                .contains(messages.text("fulfilment.pieces.many", Language.EN, 1));
        assertThat(slower.offered(page).fields().getFirst(pieces)).isEqualTo("3");
        assertThat(slower.offered(page).fields().getFirst("tracking")).isEqualTo(NUMBER);
        assertThat(slower.post(page, pieces, "1").status()).isEqualTo(303);
        assertThat(parcels(order)).last().extracting(Parcel::tracking).isEqualTo("123456789012");
    }

    /** What lies in the parcel is not left out of it without a word. */
    @Test
    void aLineOfWhichNothingIsLeftIsAskedAboutAgain() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL", "SCARF-INDIGO");
        String page = desk(Language.EN, order);
        Guest slower = staff().at(page);
        Guest faster = staff().at(page);
        List<String> pieces = pieces(faster.offered(page));
        faster.post(page, pieces.getFirst(), "0");

        Guest.Answer late = slower.post(page, "tracking", NUMBER);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page()).contains(messages.text("fulfilment.pieces.many", Language.EN, 0));
        assertThat(pieces(slower.offered(page))).containsExactlyElementsOf(pieces);
        assertThat(parcels(order)).hasSize(1);
        slower.post(page, pieces.getLast(), "0");
        assertThat(parcels(order)).hasSize(2);
    }

    @Test
    void whoPackedWhatIsPaidBackMeanwhileKeepsTheNumber() {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        String page = desk(Language.EN, order);
        Guest packer = staff().at(page);
        paid.refund(order, order.total().yen());

        Guest.Answer late = packer.post(page, "tracking", NUMBER);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(messages.text("fulfilment.overtaken.stopped", Language.EN), NUMBER);
        assertThat(parcels(order)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', fulfilment.tracking.gone", "777777, fulfilment.tracking.changed"})
    void whoCorrectsANumberThatIsAnotherMeanwhileIsAskedFirst(String meanwhile, String key) {
        Order order = paid.paid(Language.EN, 1, "HAT-WOOL");
        String page = desk(Language.EN, order);
        staff().at(page).post(page, "tracking", "123456");
        Parcel parcel = parcels(order).getFirst();
        String form = page + "/" + parcel.id() + "/tracking";
        String field = "number-" + parcel.id();
        Guest slower = staff().at(page);
        staff().at(page).post(form, field, meanwhile);

        Guest.Answer late = slower.post(form, field, NUMBER);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page()).contains(messages.text(key, Language.EN, meanwhile));
        assertThat(number(slower, page, parcel)).isEqualTo(NUMBER);
        assertThat(slower.post(form).status()).isEqualTo(303);
        assertThat(parcels(order).getFirst().tracking()).isEqualTo("123456789012");
    }

    private static String number(Guest staff, String page, Parcel parcel) {
        PageForm form = staff.offered(page + "/" + parcel.id() + "/tracking");
        return Objects.requireNonNullElse(form.fields().getFirst("number-" + parcel.id()), "");
    }

    private List<Parcel> parcels(Order order) {
        return paid.story(order).parcels().parcels();
    }

    private Guest staff() {
        return new Guest(port).atDesk();
    }

    private static String desk(Language language, Order order) {
        return "/" + language.tag() + "/desk/parcels/" + order.id().value();
    }

    private static List<String> pieces(PageForm form) {
        return form.typedFields().stream().filter(name -> name.startsWith("pieces-")).toList();
    }
}
