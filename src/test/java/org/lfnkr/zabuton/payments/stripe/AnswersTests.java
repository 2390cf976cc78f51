package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.model.StripeError;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.payments.Answer;

class AnswersTests {

    private static ApiException api(int status) {
        return new ApiException("", "req_1", null, status, null);
    }

    @Test
    void onlyARefusedRequestIsDefinite() {
        assertThat(
                        Answers.of(
                                new InvalidRequestException(
                                        "", "line_items", "req_1", "amount_too_small", 400, null)))
                .isEqualTo(new Answer.Refused<>("amount_too_small"));
    }

    @Test
    void aBusyStripeAndAWrongKeyAreNotTheRequestsFault() {
        assertThat(Answers.of(new RateLimitException("", null, "req_1", null, 429, null)))
                .isInstanceOf(Answer.NotNow.class);
        assertThat(Answers.of(new AuthenticationException("", "req_1", null, 401)))
                .isInstanceOf(Answer.NotNow.class);
        assertThat(Answers.of(new PermissionException("", "req_1", null, 403)))
                .isInstanceOf(Answer.NotNow.class);
    }

    @Test
    void aKeyUsedForSomethingElseStandsAlone() {
        assertThat(Answers.of(new IdempotencyException("", "req_1", null, 400)))
                .isInstanceOf(Answer.Mismatched.class);
    }

    @Test
    void everythingElseIsUnknown() {
        assertThat(Answers.of(api(502))).isEqualTo(new Answer.Unknown<>(false));
        assertThat(Answers.of(api(409))).isEqualTo(new Answer.Unknown<>(false));
        assertThat(Answers.of(api(200))).isEqualTo(new Answer.Unknown<>(false));
        assertThat(Answers.of(new ApiConnectionException("")))
                .isEqualTo(new Answer.Unknown<>(false));
        assertThat(Answers.of(new NullPointerException())).isEqualTo(new Answer.Unknown<>(false));
    }

    @Test
    void aServerErrorInStripesOwnWordsEndsAnExecution() {
        ApiException stored = api(500);
        stored.setStripeError(new StripeError());

        assertThat(Answers.of(stored)).isEqualTo(new Answer.Unknown<>(true));
    }
}
