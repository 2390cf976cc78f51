package org.lfnkr.zabuton.funds.disbursements.promises;

import org.lfnkr.zabuton.bookkeeping.spending.Consumption;
import org.lfnkr.zabuton.bookkeeping.spending.TakenLot;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.UnitsFunded;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads whose promises a disbursement keeps, as codes. */
@Component
public class PromiseReader {

    /** As many orders and gifts are named one by one. */
    private static final int MOST = 100;

    private final Impact impact;
    private final Subjects subjects;

    PromiseReader(Impact impact, Subjects subjects) {
        this.impact = impact;
        this.subjects = subjects;
    }

    /**
     * Of what would be taken.
     *
     * @param planned what is to be bought with it
     */
    public Mono<Promises> ofTaken(List<TakenLot> lots, Planned planned) {
        Map<UUID, Taking> takings = new LinkedHashMap<>();
        lots.forEach(lot -> takings.merge(lot.subject(), Taking.of(lot), Taking::plus));
        return promises(takings, planned);
    }

    /** Of what was taken and has not come back. */
    public Mono<Promises> ofSpent(List<Consumption> lots, Planned planned) {
        Map<UUID, Taking> takings = new LinkedHashMap<>();
        lots.forEach(lot -> takings.merge(lot.subject(), Taking.of(lot), Taking::plus));
        return promises(takings, planned);
    }

    private Mono<Promises> promises(Map<UUID, Taking> takings, Planned planned) {
        return Flux.fromIterable(takings.entrySet())
                .take(MOST)
                .concatMap(entry -> lot(entry.getKey(), entry.getValue(), planned))
                .collectList()
                .map(shown -> new Promises(shown, Math.max(0, takings.size() - MOST)));
    }

    private Mono<PromisedLot> lot(UUID subject, Taking taking, Planned planned) {
        return Mono.zip(subjects.find(subject), units(subject, taking.taken(), planned))
                .map(
                        both ->
                                new PromisedLot(
                                        both.getT1().reference(),
                                        both.getT1().path(),
                                        taking.day(),
                                        taking.left(),
                                        taking.taken(),
                                        both.getT2().orElse(null)));
    }

    private Mono<Optional<Long>> units(UUID subject, Money taken, Planned planned) {
        return impact.story(subject)
                .filter(story -> story.price().outcome().equals(planned.outcome()))
                .map(story -> Optional.of(units(story, taken, planned)))
                .defaultIfEmpty(Optional.empty());
    }

    /** No more than was promised, whatever is taken, nor than is bought with it. */
    static long units(ImpactStory story, Money taken, Planned planned) {
        long promised = Math.min(story.units(), UnitsFunded.of(taken, story.price()).units());
        return Math.min(promised, planned.with(taken));
    }
}
