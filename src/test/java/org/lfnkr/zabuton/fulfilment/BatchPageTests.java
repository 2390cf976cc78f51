package org.lfnkr.zabuton.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.ParcelState;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.PageForm;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is done to one order can be done to those that are ticked, and each has its own outcome. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class})
class BatchPageTests {

    private static final String BATCH = "/desk/parcels/batch";

    @Autowired PaidOrders paid;
    @Autowired OrderSamples samples;
    @Autowired Messages messages;
    @Autowired DatabaseClient database;
    @LocalServerPort int port;

    private Order one;
    private Order other;
    private Order refunded;

    @BeforeEach
    void orders() {
        one = paid.paid(Language.EN, 2, "PAIR-MOSS");
        other = paid.paid(Language.JA, 1, "PAIR-MOSS");
        refunded = paid.paid(Language.EN, 1, "PAIR-MOSS");
        paid.refund(refunded, refunded.total().yen());
    }

    private String batch(Language language) {
        return "/"
                + language.tag()
                + BATCH
                + "?order="
                + one.reference()
                + "&order="
                + other.reference()
                + "&order="
                + refunded.reference()
                + "&order=NONE0-NONE0";
    }

    private Guest staff() {
        return new Guest(port).atDesk("FULFILMENT");
    }

    /** Without scripts: what is ticked stands in the address that the list's form makes. */
    @Test
    void theListOffersWhatCanBeTicked() {
        String list = staff().get("/en/desk/orders").html();
        assertThat(list)
                .contains("action=\"/en/desk/parcels/batch\"")
                .contains("type=\"checkbox\" name=\"order\" value=\"" + one.reference() + "\"");
        assertThat(new Guest(port).atDesk("APPROVER").get("/en/desk/orders").html())
                .contains(one.reference())
                .doesNotContain("type=\"checkbox\"");
    }

    @ParameterizedTest
    @EnumSource
    void eachIsShownWithWhatCanBeDoneAndThePickListNamesNobody(Language language) {
        String page = staff().get(batch(language)).page();

        assertThat(page)
                .contains(one.reference(), other.reference(), refunded.reference(), "NONE0-NONE0")
                .contains(messages.text("fulfilment.batch.lead", language, 4, 2))
                .contains(messages.text("fulfilment.batch.slips", language, 2))
                .containsPattern(
                        "(?s)PAIR-MOSS.*<td class=\"number\">3</td><td class=\"number\">2</td>")
                .doesNotContain("花子", "??");
        assertThat(page.split(messages.text("fulfilment.batch.not", language), -1)).hasSize(2);
        assertThat(staff().get("/en" + BATCH).page()).contains("No order is ticked");
        assertThat(new Guest(port).atDesk("VIEWER").get(batch(language)).html())
                .doesNotContain("/slips\"", "/sendings\"");
    }

    @Test
    void papersOfAllThatCanBeSentAreOnePdfAndEachLabelIsALook() throws IOException {
        Guest staff = staff().at(batch(Language.EN));
        int before = looks();
        try (PDDocument slips = pdf(post(staff, "/slips", one, other, refunded));
                PDDocument labels = pdf(post(staff, "/labels", one, other, refunded))) {
            assertThat(slips.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(slips))
                    .contains(one.reference(), other.reference())
                    .doesNotContain(refunded.reference(), "¥");
            assertThat(labels.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(looks() - before).isGreaterThanOrEqualTo(2);
        assertThat(post(staff, "/labels", refunded).status()).isEqualTo(404);
    }

    private static PDDocument pdf(Guest.Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(200);
        return Loader.loadPDF(answer.result().getResponseBody());
    }

    private int looks() {
        return Await.value(
                database.sql("select count(*)::int from reveals.reveal where way = 'PRINTED'")
                        .mapValue(Integer.class)
                        .one());
    }

    private static Guest.Answer post(Guest staff, String act, Order... orders) {
        return staff.postUnasked("/en" + BATCH + act, fields(orders));
    }

    private static String[] fields(Order... orders) {
        return Stream.of(orders)
                .flatMap(order -> Stream.of("order", order.reference()))
                .toArray(String[]::new);
    }

    @Test
    void allThatIsLeftOfEachIsNotedOnceAndWhatIsNotIsSaid() {
        Guest staff = staff();
        String path = "/en" + BATCH + "/sendings";
        staff.get(batch(Language.EN));
        PageForm form = staff.offered(path);
        paid.refund(other, other.total().yen());

        Guest.Answer done = staff.post(path);

        assertThat(done.page())
                .contains("1 of 2 orders are noted as sent", one.reference(), other.reference())
                .contains("Nothing of it may be sent as its money stands");
        assertThat(paid.story(one).parcels().state(paid.story(one).lines()))
                .isEqualTo(ParcelState.ALL);
        assertThat(paid.story(other).parcels().parcels()).isEmpty();

        String[] again =
                form.fields().entrySet().stream()
                        .filter(field -> !field.getKey().equals("_csrf"))
                        .flatMap(
                                field ->
                                        field.getValue().stream()
                                                .flatMap(it -> Stream.of(field.getKey(), it)))
                        .toArray(String[]::new);
        assertThat(staff.postUnasked(path, again).page()).contains("Was noted as sent before");
        assertThat(paid.story(one).parcels().parcels()).hasSize(1);
    }

    @Test
    void noCarrierOfOursIsAskedForAgainAndNothingIsDone() {
        Guest staff = staff();
        List<String> fields = new ArrayList<>(List.of(fields(one)));
        fields.addAll(List.of("carrier", "pigeon"));

        Guest.Answer answer =
                staff.postUnasked("/en" + BATCH + "/sendings", fields.toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(
                        messages.text("fulfilment.carrier.missing", Language.EN), one.reference());
        assertThat(paid.story(one).parcels().parcels()).isEmpty();
        assertThat(staff.forge("/en" + BATCH + "/sendings", fields(one)).status()).isEqualTo(403);
    }
}
