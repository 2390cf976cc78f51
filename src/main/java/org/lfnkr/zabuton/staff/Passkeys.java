package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.staff.Challenges.Challenge;
import org.lfnkr.zabuton.staff.PasskeyStore.Passkey;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.lfnkr.zabuton.supporters.signin.Device;
import org.lfnkr.zabuton.web.Site;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Has passkeys made and shown. A challenge that was answered is worth nothing any more. */
@Component
class Passkeys {

    private static final int USER_BYTES = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final AccountStore accounts;
    private final InvitationStore invitations;
    private final PasskeyStore store;
    private final AuditTrail audit;
    private final Challenges challenges;
    private final Site site;
    private final JsonMapper json;
    private final Clock clock;

    Passkeys(
            AccountStore accounts,
            InvitationStore invitations,
            PasskeyStore store,
            AuditTrail audit,
            Challenges challenges,
            Site site,
            JsonMapper json,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.store = store;
        this.audit = audit;
        this.challenges = challenges;
        this.site = site;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What a page asks the browser for.
     *
     * @param options as WebAuthn's JSON has them
     * @param challenge sealed, for the form
     */
    record Question(String options, String challenge) {}

    private Question question(Challenge challenge, Map<String, Object> options) {
        return new Question(json.writeValueAsString(options), challenges.sealed(challenge));
    }

    /** Which passkey is not said: the browser offers those that it has. */
    Question toSignIn() {
        Challenge challenge = challenges.fresh();
        return question(
                challenge,
                Map.of(
                        "challenge", BASE64.encodeToString(challenge.bytes()),
                        "rpId", site.origin().getHost(),
                        "userVerification", "required",
                        "timeout", Challenges.VALID.toMillis()));
    }

    /**
     * @param name what the browser calls the passkey
     * @param known the account's passkeys: no device makes a second one
     */
    Question toMake(UUID account, String name, List<byte[]> known) {
        Challenge challenge = challenges.fresh();
        return question(
                challenge,
                Map.of(
                        "challenge", BASE64.encodeToString(challenge.bytes()),
                        "rp", Map.of("id", site.origin().getHost(), "name", "Zabuton"),
                        "user",
                                Map.of(
                                        "id", BASE64.encodeToString(bytes(account)),
                                        "name", name,
                                        "displayName", name),
                        "pubKeyCredParams",
                                Ceremony.ALGORITHMS.stream()
                                        .map(it -> Map.of("type", "public-key", "alg", it))
                                        .toList(),
                        "authenticatorSelection",
                                Map.of(
                                        "residentKey", "required",
                                        "requireResidentKey", true,
                                        "userVerification", "required"),
                        "attestation", "none",
                        "excludeCredentials",
                                known.stream()
                                        .map(BASE64::encodeToString)
                                        .map(it -> Map.of("type", "public-key", "id", it))
                                        .toList(),
                        "timeout", Challenges.VALID.toMillis()));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(USER_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /**
     * Adds the passkey that was made for an invitation, and uses the invitation up.
     *
     * @return the account; empty where the answer proves nothing, or the invitation is over
     */
    @Transactional
    public Mono<UUID> accept(Secret invitation, String challenge, String answer, Device device) {
        return Mono.justOrEmpty(challenges.opened(challenge))
                .flatMap(
                        it ->
                                Mono.justOrEmpty(
                                        new Ceremony(site.origin(), it.bytes()).made(answer)))
                .flatMap(
                        made ->
                                invitations
                                        .invited(invitation, clock.instant())
                                        .flatMap(
                                                known ->
                                                        invitations.take(
                                                                invitation, clock.instant()))
                                        .delayUntil(account -> add(account, made, device)));
    }

    private Mono<Void> add(UUID account, Ceremony.Made made, Device device) {
        Passkey passkey = new Passkey(account, made.credential(), made.signed());
        return store.add(made.id(), passkey, device, clock.instant())
                .then(
                        audit.record(
                                account.toString(),
                                "staff.passkey-added",
                                account.toString(),
                                "invitation"));
    }

    /** False where it is the last of the account, or none of it. */
    @Transactional
    public Mono<Boolean> remove(UUID account, byte[] id) {
        return accounts.lock(account, clock.instant())
                .flatMap(open -> store.remove(account, id))
                .defaultIfEmpty(false)
                .delayUntil(
                        gone ->
                                gone
                                        ? audit.record(
                                                account.toString(),
                                                "staff.passkey-removed",
                                                account.toString(),
                                                "by its owner")
                                        : Mono.empty());
    }

    /**
     * Whose passkey answered.
     *
     * @return empty where the answer proves nothing, is of a passkey that we don't know, or came
     *     before
     */
    @Transactional
    public Mono<UUID> recognise(String challenge, String answer) {
        return Mono.justOrEmpty(challenges.opened(challenge)).flatMap(it -> recognise(it, answer));
    }

    private Mono<UUID> recognise(Challenge challenge, String answer) {
        return Mono.justOrEmpty(Ceremony.claimed(answer))
                .flatMap(id -> store.find(id).flatMap(it -> used(id, it, challenge, answer)));
    }

    private Mono<UUID> used(byte[] id, Passkey passkey, Challenge challenge, String answer) {
        return Mono.justOrEmpty(
                        new Ceremony(site.origin(), challenge.bytes())
                                .shown(answer, passkey.credential(), passkey.signed()))
                .filterWhen(
                        shown -> store.answer(challenge.bytes(), challenge.end(), clock.instant()))
                .delayUntil(shown -> store.use(id, shown.signed(), clock.instant()))
                .map(shown -> passkey.account());
    }
}
