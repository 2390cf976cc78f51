package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class PagesTests extends SimulatorTest {

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void thePaymentPageSpeaksTheSessionsLanguage() throws Exception {
        Session japanese = session();
        Session english =
                stripe.v1()
                        .checkout()
                        .sessions()
                        .create(cushions(1500).setLocale(SessionCreateParams.Locale.EN).build());

        assertThat(get("/c/pay/" + japanese.getId()).body())
                .contains("lang=\"ja\"", "¥3,000を支払う", "4242 4242 4242 4242");
        assertThat(get("/c/pay/" + english.getId()).body())
                .contains("lang=\"en\"", "Pay ¥3,000", "Back to the shop");
    }

    @Test
    void payingLeadsBackToTheShop() throws Exception {
        Session session = session();
        HttpResponse<String> answer =
                post("/c/pay/" + session.getId(), "means=4242424242424242&name=Test");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("location").orElseThrow())
                .endsWith("session=" + session.getId());
    }

    @Test
    void aDeclinedCardIsToldOnThePage() throws Exception {
        HttpResponse<String> answer =
                post("/c/pay/" + session().getId(), "means=4000000000000002&name=Test");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("<title>エラー: ", "role=\"alert\"");
    }

    @Test
    void threeDSecureIsAPageOfItsOwn() throws Exception {
        Session session = session();
        HttpResponse<String> answer =
                post("/c/pay/" + session.getId(), "means=4000002760003184&name=Test");
        String challenge = answer.headers().firstValue("location").orElseThrow();
        assertThat(challenge).endsWith("/3ds");

        assertThat(post("/c/pay/" + session.getId() + "/3ds", "answer=fail").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theVoucherShowsTheCodesAndCanBePaid() throws Exception {
        Session session = session();
        post("/c/pay/" + session.getId(), "means=konbini&name=Test");
        assertThat(get("/c/voucher/" + session.getId()).body())
                .contains("FamilyMart", "23:59:59", "← ショップに戻る</a>")
                .doesNotContain("/en/orders/");

        post("/c/voucher/" + session.getId() + "/pay", "");
        assertThat(reload(session).getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void theDashboardRefundsAndDisputes() throws Exception {
        Session session = paid();
        String charge = charge(session);
        post("/charges/" + charge + "/refund", "amount=500");
        post("/charges/" + charge + "/dispute", "");
        post("/clock", "hours=1");

        assertThat(inbox.types()).contains("charge.refunded", "charge.dispute.created");
        assertThat(get("/").body())
                .contains("Refund of ¥500", "Dispute: needs_response", "order-1");
    }

    @Test
    void theDashboardSwitchesFaultsAndTheWebhook() throws Exception {
        post("/faults", "server_error=2&duplicate=on&lose=1&delay=3");
        assertThat(simulator.faults().left(Faults.Kind.SERVER_ERROR)).isEqualTo(2);
        post("/faults/clear", "");
        assertThat(simulator.faults().left(Faults.Kind.SERVER_ERROR)).isZero();

        String endpoint = stripe.v1().webhookEndpoints().list().getData().getFirst().getId();
        post("/endpoints/" + endpoint + "/toggle", "");
        paid();
        assertThat(inbox.types()).isEmpty();
    }

    @Test
    void whatWasTypedIsEscaped() throws Exception {
        Session session =
                stripe.v1()
                        .checkout()
                        .sessions()
                        .create(cushions(1500).setClientReferenceId("<script>").build());

        assertThat(get("/").body()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(get("/objects/" + session.getId()).body()).doesNotContain("<script>");
    }

    @Test
    void aPageThatIsNotThereSaysSo() throws Exception {
        assertThat(get("/c/pay/cs_test_none").statusCode()).isEqualTo(404);
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    private String charge(Session session) throws StripeException {
        return stripe.v1().paymentIntents().retrieve(session.getPaymentIntent()).getLatestCharge();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(at(path))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return simulator.baseUrl().resolve(path);
    }
}
