package org.lfnkr.zabuton.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class TokensTests {

    private static final byte[] CONTENT = "two cushions".getBytes(StandardCharsets.UTF_8);

    private final Tokens tokens = new Tokens(TestKeys.with(TestKeys.NEW));
    private final Tokens before = new Tokens(TestKeys.with(TestKeys.OLD));
    private final Tokens rotated = new Tokens(TestKeys.with(TestKeys.NEW, TestKeys.OLD));

    @Test
    void opensWhatItSealed() {
        String token = tokens.seal("cart", CONTENT);

        assertThat(token).matches("[A-Za-z0-9_-]+").doesNotContain("two");
        assertThat(tokens.open("cart", token)).contains(CONTENT);
    }

    @Test
    void opensNothingForAnotherPurpose() {
        assertThat(tokens.open("session", tokens.seal("cart", CONTENT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "not a token", "AAAA", "カート", "%00"})
    void opensNothingThatIsNoToken(String token) {
        assertThat(tokens.open("cart", token)).isEmpty();
    }

    @Test
    void opensNothingThatWasAltered() {
        StringBuilder token = new StringBuilder(tokens.seal("cart", CONTENT));
        token.setCharAt(20, token.charAt(20) == 'A' ? 'B' : 'A');

        assertThat(tokens.open("cart", token.toString())).isEmpty();
    }

    @Test
    void verifiesItsSignatureForTheSameTextAndPurposeOnly() {
        String signature = tokens.sign("order", "7");

        assertThat(signature).matches("[A-Za-z0-9_-]{22}");
        assertThat(tokens.verify("order", "7", signature)).isTrue();
        assertThat(tokens.verify("order", "8", signature)).isFalse();
        assertThat(tokens.verify("invoice", "7", signature)).isFalse();
        assertThat(tokens.verify("order", "7", "")).isFalse();
    }

    @Test
    void tokensOfAPreviousMasterKeyAreStillGood() {
        assertThat(rotated.open("cart", before.seal("cart", CONTENT))).contains(CONTENT);
        assertThat(rotated.verify("order", "7", before.sign("order", "7"))).isTrue();
        assertThat(tokens.open("cart", before.seal("cart", CONTENT))).isEmpty();
        assertThat(tokens.verify("order", "7", before.sign("order", "7"))).isFalse();
    }

    @Test
    void newTokensAreMadeWithTheNewestKey() {
        assertThat(tokens.open("cart", rotated.seal("cart", CONTENT))).contains(CONTENT);
        assertThat(tokens.verify("order", "7", rotated.sign("order", "7"))).isTrue();
    }
}
