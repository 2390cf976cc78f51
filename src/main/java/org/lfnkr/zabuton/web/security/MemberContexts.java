package org.lfnkr.zabuton.web.security;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.web.MemberSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.List;

/** Tells the security chain who is signed in. Asked only where it matters, and once a request. */
@Component
class MemberContexts implements ServerSecurityContextRepository {

    private final ObjectProvider<MemberSource> source;

    MemberContexts(ObjectProvider<MemberSource> source) {
        this.source = source;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.defer(() -> source.getObject().signedIn(exchange))
                .<SecurityContext>map(MemberContexts::context)
                .cache();
    }

    private static SecurityContext context(Object member) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(member, null, List.of()));
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.error(new UnsupportedOperationException("Sessions begin by signing in"));
    }
}
