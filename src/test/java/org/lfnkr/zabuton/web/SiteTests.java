package org.lfnkr.zabuton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.lfnkr.zabuton.web.Site.StrictTransport;

import java.net.URI;
import java.util.List;

class SiteTests {

    private static final StrictTransport HERE = new StrictTransport(false, false);

    private static Site at(String origin) {
        return new Site(URI.create(origin), List.of(), HERE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example.org",
                "https://shop.example.org/",
                "https://shop.example.org/shop",
                "https://shop.example.org?x",
                "https://me@shop.example.org",
                "https:/shop",
                "shop.example.org"
            })
    void refusesWhatIsNoOriginOverTls(String origin) {
        assertThatThrownBy(() -> at(origin))
                .isInstanceOf(StartupRefused.class)
                .hasMessageStartingWith("zabuton.web.origin must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example.org", "https://shop.example.org:8443"})
    void leadsToItsPages(String origin) {
        assertThat(at(origin).address("/en")).hasToString(origin + "/en");
        assertThat(at("http://localhost:8080").address("/en")).hasPath("/en");
    }

    @Test
    void bindsOtherHostsToTlsOnlyWhereTheOperatorSaysSo() {
        assertThat(HERE.header()).isEqualTo("max-age=63072000");
        assertThat(new StrictTransport(true, false).header())
                .isEqualTo("max-age=63072000; includeSubDomains");
        assertThat(new StrictTransport(true, true).header()).endsWith("; preload");
        assertThatThrownBy(() -> new StrictTransport(false, true))
                .isInstanceOf(StartupRefused.class);
    }
}
