package org.lfnkr.zabuton.staff.spare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

class TotpTests {

    private static final Totp RFC =
            new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, those of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void saysWhatTheStandardSays(long seconds, String code) {
        assertThat(RFC.code(Totp.step(Instant.ofEpochSecond(seconds)), code.length()))
                .isEqualTo(code);
    }

    @Test
    void takesTheStepBeforeAndTheOneAfterAndNoOther() {
        Instant at = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(at);
        for (int drift = -2; drift <= 2; drift++) {
            String code = RFC.code(step + drift, Totp.DIGITS);
            assertThat(RFC.match(code, at).isPresent())
                    .as("%d steps", drift)
                    .isEqualTo(Math.abs(drift) <= 1);
        }
        assertThat(RFC.match(RFC.code(step, Totp.DIGITS), at)).hasValue(step);
    }

    @Test
    void readsACodeHoweverItIsSpacedAndNothingElse() {
        Instant at = Instant.ofEpochSecond(59);
        assertThat(RFC.match("287 082", at)).isPresent();
        assertThat(RFC.match("287-082", at)).isPresent();
        for (String other : List.of("", "87082", "94287082", "28708２", "nonsense")) {
            assertThat(RFC.match(other, at)).as(other).isEmpty();
        }
    }

    /** RFC 4648, 10: the vector without padding. */
    @Test
    void writesSecretsAsAppsReadThem() {
        assertThat(new Totp("fooba".getBytes(StandardCharsets.US_ASCII)).text())
                .isEqualTo("MZXW6YTB");
        Totp made = Totp.random();
        assertThat(made.secret()).hasSize(20);
        assertThat(Totp.of(made.text()).secret()).isEqualTo(made.secret());
        assertThat(made.text()).matches("[A-Z2-7]{32}");
        assertThat(made.uri("a+b@example.org"))
                .isEqualTo(
                        "otpauth://totp/Zabuton:a%2Bb%40example.org?secret="
                                + made.text()
                                + "&issuer=Zabuton");
        assertThat(made).asString().doesNotContain(made.text());
    }
}
