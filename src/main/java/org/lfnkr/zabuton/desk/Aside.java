package org.lfnkr.zabuton.desk;

import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.function.Supplier;

/**
 * What Today shows beside the work, to whoever may see it. A module declares its own as beans;
 * their {@code @Order} is that of the page.
 *
 * @param right by which one sees it
 * @param owners whose work it is beside
 * @param template whose fragment {@code side} shows it, as {@code it}
 * @param content read within milliseconds
 */
public record Aside(
        Right right, Set<Role> owners, String template, Supplier<Mono<Object>> content) {

    public Aside {
        owners = Set.copyOf(owners);
    }
}
