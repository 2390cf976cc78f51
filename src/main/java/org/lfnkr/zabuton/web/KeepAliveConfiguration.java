package org.lfnkr.zabuton.web;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.scheduler.Schedulers;

/** Keeps connections alive that carry one page after another. */
@Configuration(proxyBeanMethods = false)
class KeepAliveConfiguration {

    /**
     * Answers each request in a turn of its own on the connection's event loop. Reactor Netty 1.3.6
     * never reads a connection again on which a request had to wait for the answer before it and
     * was then answered at once (reactor-netty issue 4361): the reader's next page never comes.
     */
    @Bean
    NettyServerCustomizer answersInATurnOfTheirOwn() {
        return server ->
                server.mapHandle(
                        (answer, connection) ->
                                answer.subscribeOn(
                                        Schedulers.fromExecutor(connection.channel().eventLoop())));
    }
}
