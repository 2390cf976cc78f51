package org.lfnkr.zabuton.giving.pledges;

import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Giver;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.SubjectId;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * In whose name gifts were made: the group that was named with the gift, or else the person who
 * gave. Of two people who share a mail address, or of one who has two, each is named.
 */
@Component
public class Givers {

    private final Vault vault;
    private final Supporters supporters;
    private final JsonMapper json;

    Givers(Vault vault, Supporters supporters, JsonMapper json) {
        this.vault = vault;
        this.supporters = supporters;
        this.json = json;
    }

    /**
     * Where a name stands.
     *
     * @param subject under whose key
     * @param pledge of the gift; of a plan the first, since other terms keep the giver
     */
    public record Naming(SubjectId subject, PledgeId pledge) {

        private String words() {
            return Pledge.wordsPlace(pledge);
        }

        private String name() {
            return "giving.giver/" + pledge.value();
        }
    }

    /**
     * Keeps the name that came with a gift, in the caller's transaction, where the person is on
     * record under another one; whoever corrects the name on record corrects it for all other
     * gifts.
     */
    Mono<Void> keep(Pledge pledge, String name) {
        Naming naming = new Naming(pledge.subject(), pledge.id());
        return supporters
                .name(pledge.subject())
                .filter(known -> !bare(known).equals(bare(name)))
                .flatMap(known -> vault.seal(pledge.subject(), naming.name(), name));
    }

    private static String bare(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whoever is erased has no name. */
    public Mono<Map<Naming, Giver>> of(Collection<Naming> namings) {
        return Flux.fromIterable(namings)
                .distinct()
                .concatMap(naming -> of(naming).map(giver -> Map.entry(naming, giver)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Who gave under a pledge that is no change of a plan. */
    public Mono<Giver> of(Pledge pledge) {
        return of(new Naming(pledge.subject(), pledge.id()));
    }

    private Mono<Giver> of(Naming naming) {
        return Mono.zip(
                        vault.revealAll(naming.subject(), List.of(naming.words(), naming.name())),
                        supporters.name(naming.subject()))
                .map(both -> giver(naming, both.getT1(), both.getT2()))
                .defaultIfEmpty(new Giver("", false));
    }

    private Giver giver(Naming naming, Map<String, String> said, String known) {
        String words = said.get(naming.words());
        String group = words == null ? "" : json.readValue(words, Dedication.class).organisation();
        return group.isEmpty()
                ? new Giver(said.getOrDefault(naming.name(), known), false)
                : new Giver(group, true);
    }
}
