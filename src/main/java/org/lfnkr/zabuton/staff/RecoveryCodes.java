package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.proofs.Secret;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ten codes for whoever has lost all passkeys: each makes a new one, and nothing else. Every
 * administrator is told, and the account approves nothing for a day.
 */
@Component
class RecoveryCodes {

    static final int MANY = 10;

    /** How long somebody approves nothing after they came in by a code. */
    static final Duration HELD = Duration.ofHours(24);

    /** Crockford's base 32: no letter that is taken for a digit. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 80 bits: so many need no slow hash. */
    private static final int LENGTH = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final RecoveryStore store;
    private final AccountStore accountStore;
    private final Accounts accounts;
    private final RecoveryLetters letters;
    private final AuditTrail audit;
    private final Clock clock;

    RecoveryCodes(
            RecoveryStore store,
            AccountStore accountStore,
            Accounts accounts,
            RecoveryLetters letters,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.accountStore = accountStore;
        this.accounts = accounts;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ten new ones, to be shown once; earlier ones are worth nothing any more. */
    @Transactional
    public Mono<List<String>> make(UUID account) {
        List<String> codes = Stream.generate(RecoveryCodes::code).limit(MANY).toList();
        return store.put(account, codes.stream().map(RecoveryCodes::hash).toList(), clock.instant())
                .then(
                        audit.record(
                                account.toString(),
                                "staff.recovery-codes",
                                account.toString(),
                                "passkey"))
                .thenReturn(codes);
    }

    private static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** However it is written. */
    private static byte[] hash(String code) {
        String plain =
                code.toUpperCase(Locale.ROOT)
                        .replaceAll("[^0-9A-Z]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(plain.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    /**
     * Uses a code up.
     *
     * @param language of the mails to administrators of whom none is known
     * @return a token that makes a passkey; empty where address and code don't fit together
     */
    @Transactional
    public Mono<Secret> redeem(String mail, String code, Language language) {
        return store.take(hash(code), accounts.indexes(mail))
                .delayUntil(account -> store.hold(account, clock.instant().plus(HELD)))
                .delayUntil(account -> tell(account, language))
                .flatMap(account -> accounts.invite(account, account.toString()));
    }

    private Mono<Void> tell(UUID account, Language language) {
        return audit.record(
                        account.toString(), "staff.recovered", account.toString(), "recovery code")
                .thenMany(accountStore.holders(Role.ADMIN))
                .concatMap(
                        admin ->
                                accountStore
                                        .language(admin)
                                        .defaultIfEmpty(language)
                                        .flatMap(own -> letters.queue(account, admin, own)))
                .then();
    }
}
