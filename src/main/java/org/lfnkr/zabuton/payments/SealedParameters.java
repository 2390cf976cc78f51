package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/**
 * Keeps the exact parameters of a session from before the first call, so that every repetition says
 * the same under the same idempotency key. They hold a mail address, so the vault has them.
 */
@NamedInterface("inside")
@Component
public class SealedParameters {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    SealedParameters(Vault vault) {
        this.vault = vault;
    }

    Mono<Void> seal(SubjectId payer, PaymentId id, Map<String, Object> parameters) {
        return seal(payer, place(id), parameters);
    }

    public Mono<Void> seal(SubjectId payer, PlanId id, Map<String, Object> parameters) {
        return seal(payer, place(id), parameters);
    }

    private Mono<Void> seal(SubjectId payer, String place, Map<String, Object> parameters) {
        return vault.seal(payer, place, text(parameters));
    }

    String text(Map<String, Object> parameters) {
        return json.writeValueAsString(parameters);
    }

    Mono<Void> seal(HostedPage page, Map<String, Object> parameters) {
        return seal(page.payer(), page.subject(), parameters);
    }

    /** Empty when the payer was erased. */
    public Mono<Map<String, Object>> reveal(HostedPage page) {
        return vault.reveal(page.payer(), page.subject()).map(text -> json.readValue(text, MAP));
    }

    private static String place(PlanId id) {
        return "plan/" + id;
    }

    static String place(PaymentId id) {
        return "payment/" + id;
    }
}
