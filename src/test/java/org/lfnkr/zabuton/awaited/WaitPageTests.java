package org.lfnkr.zabuton.awaited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Somebody waits for a piece that is sold out, and is told once. */
@ModuleTest
@Import({SignInSamples.class, OrderSamples.class})
class WaitPageTests {

    private static final String SKU = "STANDING-WALNUT";

    @Autowired Waits waits;
    @Autowired Stock stock;
    @Autowired OrderSamples orders;
    @Autowired SignInSamples samples;
    @Autowired DevMailbox mailbox;
    @Autowired Messages messages;
    @Autowired DatabaseClient database;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void whoProvesAnAddressIsToldOnceAndForgotten(Language language) {
        sellOut();
        EmailAddress email = newAddress();
        Guest guest = new Guest(port);
        String root = "/" + language.tag() + "/awaited";
        String product =
                guest.get("/" + language.tag() + "/products/standing-cross?colour=walnut").html();
        assertThat(product).contains(root + "?piece=" + SKU);

        int before = waiting();
        assertThat(asked(guest, root, email).location()).endsWith(root + "/proof");
        assertThat(guest.at(root + "/check").get(root + "/check").location()).endsWith("/proof");
        assertThat(waiting()).isEqualTo(before);
        proves(guest, root, email);
        assertThat(guest.follow(guest.at(root + "/check").post(root + "/check")).page())
                .contains(messages.text("awaited.done.title", language))
                .doesNotContain("??");
        assertThat(waiting()).isEqualTo(before + 1);
        assertThat(new Guest(port).atDesk("SHOP").get("/en/desk/stock/pieces/" + SKU).page())
                .contains(messages.text("stock.waiting", Language.EN))
                .doesNotContain(email.value());

        assertThat(told(email)).isEmpty();
        Await.done(stock.receive(variant(), 60, Arrival.MADE));
        Await.value(waits.tell());
        Await.value(waits.tell());
        samples.letters();
        assertThat(told(email)).hasSize(1);
        ReceivedMail mail = told(email).getFirst();
        assertThat(mail.text())
                .contains("/products/standing-cross?colour=walnut")
                .contains(messages.text("awaited.mail.there.gone", language));
        Await.done(waits.sweep());
        assertThat(kept(email)).isZero();
        assertThat(told(email)).hasSize(1);
    }

    @Test
    void noMoreAreToldThanMakesSenseAndThoseFirstWhoWaitedLongest() {
        sellOut();
        Await.done(
                database.sql("update awaited.wait set told_at = now() - interval '3 days'").then());
        List<EmailAddress> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            EmailAddress email = newAddress();
            all.add(email);
            Await.value(waits.add(variant(), email, Language.JA));
        }
        Await.done(stock.receive(variant(), 2, Arrival.MADE));

        Await.value(waits.tell());
        Await.value(waits.tell());
        samples.letters();

        assertThat(all.subList(0, 6)).allSatisfy(email -> assertThat(told(email)).hasSize(1));
        assertThat(all.subList(6, 8)).allSatisfy(email -> assertThat(told(email)).isEmpty());
        all.subList(6, 8).forEach(email -> Await.done(waits.end(email, every -> true)));
        assertThat(kept(all.getLast())).isZero();
    }

    @Test
    void whoWaitsCanEndItAndNobodyWaitsTwice() {
        sellOut();
        EmailAddress email = newAddress();
        Guest guest = new Guest(port);
        asked(guest, "/en/awaited", email);
        proves(guest, "/en/awaited", email);
        guest.at("/en/awaited/check").post("/en/awaited/check");
        asked(
                guest,
                "/en/awaited",
                new EmailAddress(email.value().toUpperCase(java.util.Locale.ROOT)));

        guest.at("/en/awaited/check");
        assertThat(kept(email)).isEqualTo(1);
        Answer ended = guest.post("/en/awaited/endings");
        assertThat(guest.follow(ended).page()).contains("not waiting any more");
        assertThat(kept(email)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NOTHING", "\u0000"})
    void nobodyIsAskedForAProofForWhatIsNoPiece(String piece) {
        Answer answer =
                new Guest(port)
                        .at("/en/awaited?piece=" + SKU)
                        .post("/en/awaited", "piece", piece, "email", newAddress().value());

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void anAddressThatIsNoneStaysInItsField() {
        sellOut();
        Guest guest = new Guest(port);
        Answer answer = asked(guest, "/en/awaited", "nobody@");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page()).contains("value=\"nobody@\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?piece=NONE", "?piece=\0", "?piece='", "/other"})
    void whatIsNoPieceIsNotFound(String forged) {
        assertThat(new Guest(port).get("/ja/awaited" + forged).status()).as(forged).isIn(400, 404);
    }

    private static Answer asked(Guest guest, String root, EmailAddress email) {
        return asked(guest, root, email.value());
    }

    private static Answer asked(Guest guest, String root, String email) {
        return guest.at(root + "?piece=" + SKU).post(root, "email", email);
    }

    private void proves(Guest guest, String root, EmailAddress email) {
        assertThat(guest.get(root + "/proof").page())
                .doesNotContain("Before this payment", "このお支払いの前に");
        Answer sent = guest.post(root + "/proof/mails");
        guest.at(sent.location());
        assertThat(guest.post(root + "/proof", "code", samples.code(email)).location())
                .endsWith(root + "/check");
    }

    /** All pieces are held by somebody. */
    private void sellOut() {
        int pieces = Await.value(stock.available(List.of(variant()))).getOrDefault(variant(), 0);
        if (pieces > 0) {
            Await.value(
                    stock.reserve(UUID.randomUUID(), List.of(new StockLine(variant(), pieces))));
        }
    }

    private VariantId variant() {
        return orders.variant(SKU);
    }

    private int waiting() {
        return Await.value(waits.people(variant()));
    }

    private List<ReceivedMail> told(EmailAddress email) {
        return mailbox.to(email.value()).stream()
                .filter(mail -> mail.text().contains("standing-cross"))
                .toList();
    }

    private long kept(EmailAddress email) {
        return Await.value(waits.of(email).count());
    }
}
