package org.lfnkr.zabuton.fulfilment;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.lfnkr.zabuton.desk.Colleague;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.desk.OrderDesk;
import org.lfnkr.zabuton.papers.Papers;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Does to several orders what can be done to one; each has an outcome of its own. */
@Component
class Batches {

    private final Orders orders;
    private final OrderDesk desk;
    private final ParcelPrinting printing;
    private final Papers papers;
    private final Sending sending;

    Batches(
            Orders orders,
            OrderDesk desk,
            ParcelPrinting printing,
            Papers papers,
            Sending sending) {
        this.orders = orders;
        this.desk = desk;
        this.printing = printing;
        this.papers = papers;
        this.sending = sending;
    }

    /** What became of one of the orders, by a word of the messages. */
    record Outcome(String reference, String word) {

        public boolean sent() {
            return word.equals("sent");
        }
    }

    /** The orders that people call so. */
    Mono<Batch> of(Collection<String> typed, Language language) {
        List<String> wanted = typed.stream().distinct().limit(Batch.MOST).toList();
        return Flux.fromIterable(wanted)
                .concatMap(it -> desk.find(Reference.read(it)))
                .distinct(Order::reference)
                .concatMap(orders::story)
                .concatMap(story -> desk.worded(story, language))
                .collectList()
                .map(stories -> new Batch(stories, unknown(wanted, stories)));
    }

    private static List<String> unknown(List<String> wanted, List<OrderStory> stories) {
        Set<String> known =
                stories.stream().map(it -> it.order().reference()).collect(toUnmodifiableSet());
        return wanted.stream().filter(it -> !known.contains(Reference.read(it))).toList();
    }

    /** One PDF of all; empty where none can be printed. */
    Mono<byte[]> slips(Batch batch, Colleague reader) {
        return bound(batch, id -> printing.slip(id, reader));
    }

    /** The same of labels; each counts as one that was opened. */
    Mono<byte[]> labels(Batch batch, Colleague reader) {
        return bound(batch, id -> printing.label(id, reader));
    }

    private Mono<byte[]> bound(Batch batch, Function<String, Mono<byte[]>> print) {
        return Flux.fromIterable(batch.ready())
                .map(line -> line.story().order().id().value().toString())
                .concatMap(print)
                .collectList()
                .filter(all -> !all.isEmpty())
                .flatMap(papers::together);
    }

    /**
     * Notes all that is left of each as one parcel.
     *
     * @param parcels issued with the form, by the orders' numbers
     */
    Mono<List<Outcome>> send(Batch batch, Map<String, UUID> parcels, String carrier, String actor) {
        return Flux.fromIterable(batch.stories())
                .concatMap(story -> send(story, parcels, carrier, actor))
                .concatWith(
                        Flux.fromIterable(batch.unknown()).map(it -> new Outcome(it, "unknown")))
                .collectList();
    }

    private Mono<Outcome> send(
            OrderStory story, Map<String, UUID> parcels, String carrier, String actor) {
        String reference = story.order().reference();
        SendParcel wish =
                new SendParcel(
                        parcels.getOrDefault(reference, UUID.randomUUID()),
                        story.order().id(),
                        Batch.left(story),
                        carrier,
                        null);
        return story.order().paidAt() == null
                ? Mono.just(new Outcome(reference, "stopped"))
                : sending.send(wish, actor).map(done -> new Outcome(reference, word(done)));
    }

    private static String word(Handover done) {
        return switch (done) {
            case Handover.Sent sent -> "sent";
            case Handover.Before before -> "before";
            case Handover.Stopped stopped -> "stopped";
            case Handover.Empty empty -> "changed";
            case Handover.TooMany many -> "changed";
        };
    }
}
