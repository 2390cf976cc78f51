package org.lfnkr.zabuton.web.server;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.netty.NettyPipeline;

/** What happens on a connection before a request is one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestPatience.class, TrustedProxies.class})
class ServerConfiguration {

    @Bean
    NettyServerCustomizer porters(SecurityHeaders headers, RequestPatience patience) {
        return server ->
                server.doOnChannelInit(
                        (observer, channel, remote) ->
                                channel.pipeline()
                                        .addFirst(
                                                "stalled-readers",
                                                new StalledReaders(patience.reading()))
                                        .addAfter(
                                                NettyPipeline.HttpCodec,
                                                "porter",
                                                new Porter(headers, patience)));
    }

    /** After the framework's own customizing, which would believe whatever a sender says. */
    @Bean
    NettyServerCustomizer senders(TrustedProxies proxies) {
        return server -> server.forwarded(proxies::sender);
    }
}
