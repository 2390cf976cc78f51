package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.checkout.PageLink;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

import reactor.core.publisher.Mono;

/**
 * Somebody has just paid, and Stripe has not told us and can't be asked. No page may say then that
 * nothing was charged: that is not known, and it was.
 */
@ModuleTest
@Import(OrderSamples.class)
class UnansweredPaymentPageTests {

    @Autowired Giving giving;
    @Autowired Orders orders;
    @Autowired OrderSamples samples;
    @Autowired Stock stock;
    @Autowired StripeSimulator stripe;
    @Autowired ApplicationContext application;
    @LocalServerPort int port;

    @AfterEach
    void answerAgain() {
        stripe.faults().clear();
    }

    @ParameterizedTest
    @EnumSource
    void theGiftsPageDoesNotAskForItTwice(Language language) {
        assertWaitsForTheWord(gift(Frequency.ONCE), language);
    }

    @ParameterizedTest
    @EnumSource
    void thePageOfAPlanDoesNotAskForItTwice(Language language) {
        assertWaitsForTheWord(gift(Frequency.MONTHLY), language);
    }

    @ParameterizedTest
    @EnumSource
    void theOrdersPageDoesNotAskForItTwice(Language language) {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 1, Arrival.MADE));
        Placement placement = Await.value(orders.place(samples.wish(Cart.EMPTY.add(hat, 1))));
        Order order = Await.value(orders.open(((Placement.Placed) placement).link()));
        payUnheard(orders.pay(order));

        assertWaitsForTheWord(orders.link(order), language);
    }

    private PageLink gift(Frequency frequency) {
        Pledge pledge =
                new GiftSamples(application).pledged(GiftSamples.wish(newAddress(), frequency));
        payUnheard(giving.pay(pledge));
        return giving.link(pledge);
    }

    private void payUnheard(Mono<Opening> opening) {
        String page = ((Opening.Open) Await.value(opening)).url().toString();
        stripe.shopper(page).payByCard("4242424242424242");
        stripe.faults().onlyOn("GET /v1/").badGateway(1000);
    }

    private void assertWaitsForTheWord(PageLink link, Language language) {
        String path = "/" + language.tag() + link.path();
        for (String query : new String[] {"", "?payment=unreached"}) {
            Guest.Answer answer = new Guest(port).get(path + query);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.page())
                    .contains(
                            language == Language.EN
                                    ? "you need not pay again"
                                    : "もう一度お支払いになる必要はありません")
                    .doesNotContainIgnoringCase("nothing has been charged")
                    .doesNotContain("まだ請求されていません", "代金はまだいただいていません");
        }
    }
}
