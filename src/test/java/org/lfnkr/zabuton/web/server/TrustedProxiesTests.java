package org.lfnkr.zabuton.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.kernel.StartupRefused;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

class TrustedProxiesTests {

    private static final List<String> OURS = List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    198.51.100.7 | 203.0.113.9                        | 198.51.100.7
                    10.1.2.3     | 203.0.113.9                        | 203.0.113.9
                    192.0.2.1    | 203.0.113.9                        | 203.0.113.9
                    192.0.2.2    | 203.0.113.9                        | 192.0.2.2
                    10.1.2.3     | 198.51.100.1, 203.0.113.9          | 203.0.113.9
                    10.1.2.3     | invented, 203.0.113.9              | 203.0.113.9
                    10.1.2.3     | 198.51.100.1, 203.0.113.9, 10.9.9.9 | 203.0.113.9
                    10.1.2.3     | 203.0.113.9:4711                   | 203.0.113.9
                    10.1.2.3     | 2001:db8::9                        | 2001:db8::9
                    10.1.2.3     | [2001:db8::9]:4711                 | 2001:db8::9
                    2001:db8::1  | 203.0.113.9                        | 203.0.113.9
                    10.1.2.3     | not an address                     | 10.1.2.3
                    10.1.2.3     | 203.0.113.9,                       | 10.1.2.3
                    10.1.2.3     |                                    | 10.1.2.3
                    """)
    void believesOnlyWhatOurProxiesWrote(String peer, @Nullable String header, String sender)
            throws UnknownHostException {
        assertThat(sender(OURS, peer, header)).isEqualTo(InetAddress.getByName(sender));
    }

    /** A proxy may write a header of its own beneath the one that a sender invented. */
    @Test
    void readsSeveralHeadersAsOneList() throws UnknownHostException {
        InetSocketAddress proxy = new InetSocketAddress(InetAddress.getByName("10.1.2.3"), 4711);
        TrustedProxies ours = new TrustedProxies(OURS);

        assertThat(
                        ours.sender(proxy, List.of("198.51.100.1", "203.0.113.9, 10.9.9.9"))
                                .getAddress())
                .isEqualTo(InetAddress.getByName("203.0.113.9"));
        assertThat(
                        ours.sender(proxy, List.of("198.51.100.1, 203.0.113.9", "10.9.9.9"))
                                .getAddress())
                .isEqualTo(InetAddress.getByName("203.0.113.9"));
    }

    @Test
    void believesNobodyWithoutProxies() throws UnknownHostException {
        assertThat(sender(List.of(), "10.1.2.3", "203.0.113.9"))
                .isEqualTo(InetAddress.getByName("10.1.2.3"));
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example.org")))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("proxy.example.org");
    }

    private static InetAddress sender(List<String> proxies, String peer, @Nullable String header)
            throws UnknownHostException {
        InetSocketAddress from = new InetSocketAddress(InetAddress.getByName(peer), 4711);
        List<String> headers = header == null ? List.of() : List.of(header);
        return new TrustedProxies(proxies).sender(from, headers).getAddress();
    }
}
