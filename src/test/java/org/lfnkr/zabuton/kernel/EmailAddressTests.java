package org.lfnkr.zabuton.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.mail.internet.InternetAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a..b@example.org",
                ".a@example.org",
                "a.@example.org",
                "たろう@example.org",
                "name@example",
                "name@-example.org",
                "name@example..org",
                "name@127.0.0.1",
                "name@exam ple.org",
                "a@b@example.org",
                "\"a b\"@example.org",
                "@example.org",
                "name"
            })
    void takesNothingToWhichNoMailCanGo(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void takesNoLongerNameThanServersDo() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
    }

    /** A domain's parts are as short as they must be; all together is too long for servers. */
    @Test
    void takesNoLongerAddressThanServersDo() {
        String most = "a".repeat(61) + "@" + ("b".repeat(61) + ".").repeat(3) + "c.org";

        assertThat(EmailAddress.parse("a" + most)).isPresent();
        assertThat(EmailAddress.parse("aaa" + most)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name@EXAMPLE.org, name@example.org",
        "ｎａｍｅ＠ｅｘａｍｐｌｅ．ｏｒｇ, name@example.org",
        "o'brien+shop_1@mail.example.org, o'brien+shop_1@mail.example.org",
        "name@例え.jp, name@xn--r8jz45g.jp",
        "name@xn--r8jz45g.jp, name@xn--r8jz45g.jp",
    })
    void whatItTakesTheMailerTakesToo(String typed, String address) {
        String read = EmailAddress.parse(typed).orElseThrow().value();

        assertThat(read).isEqualTo(address);
        assertThatCode(() -> new InternetAddress(read, true)).doesNotThrowAnyException();
    }

    @Test
    void whatWasStoredBeforeCanStillBeRead() {
        assertThat(new EmailAddress("a..b@example.org").value()).isEqualTo("a..b@example.org");
    }
}
