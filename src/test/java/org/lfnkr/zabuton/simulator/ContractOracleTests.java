package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

class ContractOracleTests extends SimulatorTest {

    private static final String CREATE = "POST /v1/checkout/sessions";
    private final ContractOracle oracle = ContractOracle.shared();

    @Test
    void seesAWrongParameterAtDepth() {
        String wrong = "line_items[0][price_data][product_data][nmae]";
        assertThatThrownBy(() -> session(cushions(1500).putExtraParam(wrong, "x"), "k"))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(simulator.violations())
                .singleElement()
                .asString()
                .contains("/line_items/0/price_data/product_data", "nmae");
        assertThatThrownBy(simulator::assertNoViolations)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nmae");
    }

    @Test
    void seesAValueThatIsNotInTheList() {
        assertThat(oracle.checkRequest(CREATE, Form.decode("mode=shop"))).isNotEmpty();
        assertThat(oracle.checkRequest(CREATE, Form.decode("mode=payment"))).isEmpty();
    }

    @Test
    void seesANumberThatIsNone() {
        assertThat(oracle.checkRequest("POST /v1/refunds", Form.decode("amount=ten"))).isNotEmpty();
        assertThat(oracle.checkRequest("POST /v1/refunds", Form.decode("amount=10&metadata[a]=b")))
                .isEmpty();
    }

    @Test
    void seesAnUnknownPropertyInAnAnswerAtDepth() throws StripeException {
        ObjectNode answer = answer();
        ((ObjectNode) answer.path("total_details")).put("amount_tip", 1);

        assertThat(oracle.checkAnswer(CREATE, answer))
                .singleElement()
                .asString()
                .contains("amount_tip");
    }

    @Test
    void seesAMissingAndAWronglyTypedProperty() throws StripeException {
        ObjectNode answer = answer();
        answer.remove("payment_status");
        answer.put("amount_total", "3000");

        assertThat(oracle.checkAnswer(CREATE, answer))
                .anyMatch(text -> text.contains("payment_status"))
                .anyMatch(text -> text.contains("amount_total"));
    }

    @Test
    void seesAWrongPropertyInAnEvent() throws StripeException {
        paid();
        ObjectNode event = simulator.events().getLast().deepCopy().asObject();
        assertThat(oracle.checkEvent(event)).isEmpty();

        ((ObjectNode) event.path("data").path("object")).put("amuont", 1);
        assertThat(oracle.checkEvent(event)).anyMatch(text -> text.contains("amuont"));
    }

    @Test
    void vouchesForNothingThatItDoesNotKnow() {
        assertThat(oracle.checkRequest("POST /v1/magic", Json.object()))
                .singleElement()
                .asString()
                .contains("contract.ts");
    }

    @Override
    boolean isMeant(String violation) {
        return violation.contains("nmae");
    }

    private ObjectNode answer() throws StripeException {
        Session session = session();
        return Json.parse(session.getLastResponse().body()).asObject();
    }
}
