package org.lfnkr.zabuton.web.server;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import reactor.netty.http.server.ConnectionInfo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The proxies before us, whose word on a sender's address is taken. Each appends the address that
 * it saw to {@code X-Forwarded-For}, so the list is read from its end and only as far as ours wrote
 * it: whatever a sender has put before that is not even looked at.
 *
 * @param trusted their addresses or networks, {@code 10.0.0.0/8} for instance
 */
@ConfigurationProperties("zabuton.proxies")
record TrustedProxies(@DefaultValue List<String> trusted) {

    private static final String HEADER = "X-Forwarded-For";

    TrustedProxies {
        trusted = List.copyOf(trusted);
        trusted.forEach(TrustedProxies::rule);
    }

    /** Who sends a request, as the last proxy of ours saw it. */
    ConnectionInfo sender(ConnectionInfo connection, HttpRequest request) {
        InetSocketAddress peer = connection.getRemoteAddress();
        return peer == null
                ? connection
                : connection.withRemoteAddress(sender(peer, request.headers().getAll(HEADER)));
    }

    /**
     * @param peer who has opened the connection
     * @param headers the values of all headers of that name, in their order
     */
    InetSocketAddress sender(InetSocketAddress peer, List<String> headers) {
        return trusts(peer) && !headers.isEmpty() ? behind(peer, headers) : peer;
    }

    private InetSocketAddress behind(InetSocketAddress peer, List<String> headers) {
        List<String> hops = List.of(String.join(",", headers).split(",", -1));
        InetSocketAddress last = peer;
        for (String hop : hops.reversed()) {
            InetSocketAddress seen = address(hop.strip());
            if (seen == null) {
                return last;
            }
            last = seen;
            if (!trusts(seen)) {
                return last;
            }
        }
        return last;
    }

    /** With or without a port, which is of no interest; null where it is no address. */
    private static @Nullable InetSocketAddress address(String hop) {
        String bare =
                hop.startsWith("[") || hop.indexOf(':') == hop.lastIndexOf(':')
                        ? hop.replaceFirst(":\\d+$", "")
                        : hop;
        InetAddress address = NetUtil.createInetAddressFromIpAddressString(bare);
        return address == null ? null : new InetSocketAddress(address, 0);
    }

    private boolean trusts(InetSocketAddress address) {
        return trusted.stream().map(TrustedProxies::rule).anyMatch(rule -> rule.matches(address));
    }

    private static IpSubnetFilterRule rule(String proxy) {
        boolean isNetwork = proxy.contains("/");
        String host = isNetwork ? proxy : proxy + (proxy.contains(":") ? "/128" : "/32");
        try {
            return new IpSubnetFilterRule(host, IpFilterRuleType.ACCEPT);
        } catch (RuntimeException malformed) {
            throw new StartupRefused(
                    "zabuton.proxies.trusted: " + proxy + " is neither an address nor a network.");
        }
    }
}
