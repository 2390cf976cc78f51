package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.orders.papers.OrderReceipts;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** What was sold is called in the reader's language, whatever the buyer's is. */
@ModuleTest
@Import({OrderSamples.class, PaidOrders.class, SignInSamples.class})
class GoodsInBothLanguagesPageTests {

    @LocalServerPort int port;
    @Autowired PaidOrders shop;
    @Autowired Orders orders;
    @Autowired OrderReceipts receipts;
    @Autowired OrderPapers papers;
    @Autowired SignInSamples members;
    @Autowired TestDatabase owner;

    @ParameterizedTest
    @EnumSource
    void readersOfEachReadTheirOwn(Language buyers) throws IOException {
        Order order = shop.paid(buyers, 1, "HAT-WOOL");
        SoldLine.Names names = names(order);

        for (Language reader : Language.values()) {
            Language other = reader == Language.EN ? Language.JA : Language.EN;
            assertThat(page(order, reader))
                    .contains(names.name().in(reader), names.colour().in(reader))
                    .doesNotContain(names.name().in(other), names.colour().in(other));
            assertThat(receipt(order, reader))
                    .contains(names.name().in(reader))
                    .doesNotContain(names.name().in(other));
        }
    }

    /** Their own data too: the page in the reader's language, the file in both. */
    @ParameterizedTest
    @EnumSource
    void whatIsKeptOfBuyersNamesItInTheReadersLanguage(Language buyers) {
        Order order = shop.paid(buyers, 1, "HAT-WOOL");
        SoldLine.Names names = names(order);
        Guest buyer = members.signedIn(Await.value(papers.recipient(order)).email());

        for (Language reader : Language.values()) {
            Language other = reader == Language.EN ? Language.JA : Language.EN;
            assertThat(buyer.get("/" + reader.tag() + "/me/data").page())
                    .contains(goods(names, reader) + " × 1")
                    .doesNotContain(goods(names, other));
        }
        assertThat(buyer.get("/en/me/data/copy.json").page())
                .contains(
                        "\"en\" : \"" + goods(names, Language.EN) + " × 1\"",
                        "\"ja\" : \"" + goods(names, Language.JA) + " × 1\"");
    }

    private static String goods(SoldLine.Names names, Language language) {
        return names.name().in(language) + " " + names.colour().in(language);
    }

    /** Before both were kept, what was sold is all that is known. */
    @ParameterizedTest
    @EnumSource
    void whatWasSoldBeforeKeepsItsName(Language reader) throws IOException, SQLException {
        Order order = shop.paid(Language.EN, 1, "HAT-WOOL");
        SoldLine.Names names = names(order);
        try (Connection connection = owner.connect();
                Statement all = connection.createStatement()) {
            all.execute(
                    "update orders.line set name_en = null, name_ja = null, colour_en = null, colour_ja"
                            + " = null where order_id = '"
                            + order.id().value()
                            + "'");
        }

        assertThat(page(order, reader)).contains(names.name().en());
        assertThat(receipt(order, reader)).contains(names.name().en());
    }

    private SoldLine.Names names(Order order) {
        return Objects.requireNonNull(Await.value(orders.story(order)).lines().getFirst().names());
    }

    private String page(Order order, Language reader) {
        return new Guest(port).get("/" + reader.tag() + orders.link(order).path()).page();
    }

    private String receipt(Order order, Language reader) throws IOException {
        try (PDDocument paper = Loader.loadPDF(Await.value(receipts.pdf(order, reader)))) {
            return new PDFTextStripper().getText(paper);
        }
    }
}
