package org.lfnkr.zabuton.staff;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.desk.Right;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/** Tells the desk's security chain who is signed in, and what they may do. */
@Component
class DeskContexts implements ServerSecurityContextRepository {

    private final StaffSessions sessions;

    DeskContexts(StaffSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return Mono.defer(() -> sessions.of(exchange))
                .<SecurityContext>map(DeskContexts::context)
                .cache();
    }

    private static SecurityContext context(StaffSession session) {
        String[] rights = session.rights().stream().map(Right::name).toArray(String[]::new);
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(
                        session, null, AuthorityUtils.createAuthorityList(rights)));
    }

    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.error(new UnsupportedOperationException("Sessions begin by signing in"));
    }
}
