package org.lfnkr.zabuton.payments;

import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The products that plans are of. Each is made when it is first needed, under an id of ours, so
 * that making it again is refused and does no harm.
 */
@Component
class Products {

    private static final String THERE = "resource_already_exists";

    private final PlanCalls stripe;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Products(PlanCalls stripe) {
        this.stripe = stripe;
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
            case Answer.Refused<String>(String code) -> code.equals(THERE);
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
