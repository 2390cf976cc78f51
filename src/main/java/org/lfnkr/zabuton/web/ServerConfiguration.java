package org.lfnkr.zabuton.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Hooks;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.AbortedException;

/** What happens on a connection before a request is one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestPatience.class, TrustedProxies.class})
class ServerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ServerConfiguration.class);

    static {
        Hooks.onErrorDropped(ServerConfiguration::dropped);
    }

    @Bean
    NettyServerCustomizer porters(SecurityHeaders headers, RequestPatience patience) {
        return server ->
                server.doOnChannelInit(
                        (observer, channel, remote) ->
                                channel.pipeline()
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

    /** Who goes away in the middle of a form, or sends none, has made no error of ours. */
    private static void dropped(Throwable error) {
        boolean ours = ErrorKind.of(error) == ErrorKind.BROKEN;
        if (ours && !(error instanceof AbortedException)) {
            LOG.error("Nobody was left to take this error", error);
        }
    }
}
