package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.approvals.Signatories;
import org.lfnkr.zabuton.staff.PasskeyStore.Passkey;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The staff as they sign approvals: by the passkeys of their open accounts, and nothing else. */
@Component
class PasskeySignatories implements Signatories {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Accounts accounts;
    private final PasskeyStore store;
    private final RecoveryStore recovery;
    private final Site site;
    private final JsonMapper json;
    private final Clock clock;

    PasskeySignatories(
            Accounts accounts,
            PasskeyStore store,
            RecoveryStore recovery,
            Site site,
            JsonMapper json,
            Clock clock) {
        this.accounts = accounts;
        this.recovery = recovery;
        this.store = store;
        this.site = site;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<String> called(UUID account) {
        return accounts.mail(account);
    }

    @Override
    public Mono<String> ask(UUID account, byte[] challenge) {
        return recovery.approves(account, clock.instant())
                .filter(approves -> approves)
                .flatMapMany(approves -> store.ids(account))
                .map(BASE64::encodeToString)
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .map(ids -> json.writeValueAsString(options(ids, challenge)));
    }

    private Map<String, Object> options(List<String> ids, byte[] challenge) {
        return Map.of(
                "challenge", BASE64.encodeToString(challenge),
                "rpId", site.origin().getHost(),
                "userVerification", "required",
                "allowCredentials",
                        ids.stream().map(id -> Map.of("type", "public-key", "id", id)).toList());
    }

    @Override
    public Mono<Signature> prove(UUID account, byte[] challenge, String answer) {
        return recovery.approves(account, clock.instant())
                .filter(approves -> approves)
                .flatMap(approves -> Mono.justOrEmpty(Ceremony.claimed(answer)))
                .flatMap(
                        id ->
                                store.find(id)
                                        .filter(it -> it.account().equals(account))
                                        .flatMap(it -> prove(id, it, challenge, answer)));
    }

    private Mono<Signature> prove(byte[] id, Passkey passkey, byte[] challenge, String answer) {
        return Mono.justOrEmpty(
                        new Ceremony(site.origin(), challenge)
                                .shown(answer, passkey.credential(), passkey.signed()))
                .delayUntil(shown -> store.use(id, shown.signed(), clock.instant()))
                .map(
                        shown ->
                                new Signature(
                                        passkey.credential(),
                                        shown.authenticatorData(),
                                        shown.clientData(),
                                        shown.signature()));
    }
}
