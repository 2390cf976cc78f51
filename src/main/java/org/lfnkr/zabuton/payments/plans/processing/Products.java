package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.plans.PlanProvider;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The products that plans are of. Each is made when it is first needed, under an id of ours, so
 * that making it again is refused and does no harm.
 */
@Component
public class Products {

    private final PlanProvider stripe;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Products(PlanProvider stripe) {
        this.stripe = stripe;
    }

    /**
     * The id of the product with this name. Only a price of an existing product can be changed
     * later, so it is ours to choose and the same for all plans with this label.
     */
    public static String id(String label) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(label.getBytes(StandardCharsets.UTF_8));
            return "plan_" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is surely there. */
    Mono<Boolean> ensure(String id, String name) {
        return known.contains(id)
                ? Mono.just(true)
                : stripe.createProduct(id, name).map(Products::isThere).doOnNext(remember(id));
    }

    private static boolean isThere(Answer<String> answer) {
        return switch (answer) {
            case Answer.Known<String> made -> true;
            case Answer.Refused<String> refused -> refused.isPresence();
            default -> false;
        };
    }

    private Consumer<Boolean> remember(String id) {
        return there -> {
            if (there) {
                known.add(id);
            }
        };
    }
}
